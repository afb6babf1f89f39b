/** A trader's account: cash, positions and activities. */
@NullMarked
package org.fogg.broker.account;

import org.jspecify.annotations.NullMarked;
