/** The result of a simulation as a page for a browser. */
@NullMarked
package org.fogg.trader.simulate.report;

import org.jspecify.annotations.NullMarked;
