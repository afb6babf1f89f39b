package org.fogg.stack.junit;

import org.fogg.stack.Servers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Carries out {@link UseServers}. */
final class ServersExtension implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        SharedServers.get(used(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Servers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedServers.get(used(context));
    }

    private static org.fogg.stack.ServerKind[] used(ExtensionContext context) {
        @Nullable Class<?> at = context.getRequiredTestClass();
        while (at != null) {
            UseServers use = at.getAnnotation(UseServers.class);
            if (use != null) {
                return use.value();
            }
            at = at.getEnclosingClass();
        }
        throw new ExtensionConfigurationException(
                context.getRequiredTestClass() + " does not say which servers it uses");
    }
}
