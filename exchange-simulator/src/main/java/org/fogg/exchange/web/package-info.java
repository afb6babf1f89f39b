/** The exchanges' HTTP interface. */
@NullMarked
package org.fogg.exchange.web;

import org.jspecify.annotations.NullMarked;
