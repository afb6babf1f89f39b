/** Names and ids that every part of Fogg agrees on; the messages are generated beside it. */
@NullMarked
package org.fogg.contracts;

import org.jspecify.annotations.NullMarked;
