/** The broker's configuration, bound and checked before anything starts. */
@NullMarked
package org.fogg.broker.config;

import org.jspecify.annotations.NullMarked;
