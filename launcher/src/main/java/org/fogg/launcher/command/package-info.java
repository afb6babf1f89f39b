/** The sub-commands of {@code fogg}, one class each, and the options they share. */
@NullMarked
package org.fogg.launcher.command;

import org.jspecify.annotations.NullMarked;
