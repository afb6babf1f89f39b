/**
 * A world on this machine: what it consists of, how it starts and stops, where it is found again.
 */
@NullMarked
package org.fogg.launcher.world;

import org.jspecify.annotations.NullMarked;
