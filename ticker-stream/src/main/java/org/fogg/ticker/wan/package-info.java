/**
 * Distances in the application: messages are held back for as long as they would be under way, at
 * the end that makes the call or reads the topic. Where there is no distance nothing is held, and
 * no thread is added.
 */
@NullMarked
package org.fogg.ticker.wan;

import org.jspecify.annotations.NullMarked;
