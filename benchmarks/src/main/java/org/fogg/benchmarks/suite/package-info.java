/** The JMH benchmarks. Each checks that the work it times was done. */
@NullMarked
package org.fogg.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
