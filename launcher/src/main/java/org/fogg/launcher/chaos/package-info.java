/**
 * Faults: which, when and to whom (planned from a seed alone), doing them to a world under load,
 * and what came of it.
 */
@NullMarked
package org.fogg.launcher.chaos;

import org.jspecify.annotations.NullMarked;
