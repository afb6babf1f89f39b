/** Which benchmarks are run, how long, and by which JVM. */
@NullMarked
package org.fogg.benchmarks.run;

import org.jspecify.annotations.NullMarked;
