/**
 * The whole world in virtual time: the real trading core, price sources and statistics, and
 * messages that take as long as the world file says. No servers, one thread.
 */
@NullMarked
package org.fogg.trader.simulate;

import org.jspecify.annotations.NullMarked;
