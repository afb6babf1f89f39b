/** The administrator's side of the broker's REST API, for the commands that need it. */
@NullMarked
package org.fogg.launcher.broker;

import org.jspecify.annotations.NullMarked;
