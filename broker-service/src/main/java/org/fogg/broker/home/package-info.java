/**
 * Which of a georegion's two data centres is home: decisions in the topic {@code homes}, who
 * watches for a loss, and what follows from it.
 */
@NullMarked
package org.fogg.broker.home;

import org.jspecify.annotations.NullMarked;
