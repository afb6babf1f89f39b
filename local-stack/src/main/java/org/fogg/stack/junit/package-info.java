/**
 * Real servers for tests: started once per build, shared by all its test JVMs, gone with it. A test
 * class says which it uses with {@link org.fogg.stack.junit.UseServers}.
 */
@NullMarked
package org.fogg.stack.junit;

import org.jspecify.annotations.NullMarked;
