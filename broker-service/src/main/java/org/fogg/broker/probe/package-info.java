/** Whether the parts that a broker needs are there, told from what is asked of them regularly. */
@NullMarked
package org.fogg.broker.probe;

import org.jspecify.annotations.NullMarked;
