package org.fogg.stack.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.fogg.stack.ServerKind;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The servers that a test class uses. They run before its first method is called; constructors and
 * methods of the class may take a {@link org.fogg.stack.Servers} parameter that tells where. Only
 * servers that some test asks for are started.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServersExtension.class)
public @interface UseServers {
    /** The servers, at least one. */
    ServerKind[] value();
}
