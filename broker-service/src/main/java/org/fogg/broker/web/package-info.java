/** What every part of the REST API shares: its errors, its text forms of amounts and times. */
@NullMarked
package org.fogg.broker.web;

import org.jspecify.annotations.NullMarked;
