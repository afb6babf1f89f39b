/** What only the administrator's key may do: traders, deposits, keys and the kill switch. */
@NullMarked
package org.fogg.broker.admin;

import org.jspecify.annotations.NullMarked;
