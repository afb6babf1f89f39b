/** The broker: its main class and the hand-written wiring of its parts. */
@NullMarked
package org.fogg.broker;

import org.jspecify.annotations.NullMarked;
