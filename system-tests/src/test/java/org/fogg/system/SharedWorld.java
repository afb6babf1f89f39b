package org.fogg.system;

import org.fogg.stack.junit.SharedServers;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the shared world before the first test that asks for it, stops it after the last. */
final class SharedWorld implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedWorld.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestWorld.class;
    }

    @Override
    public TestWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).world;
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    private static final class Running implements AutoCloseable {

        private final TestWorld world = TestWorld.in("shared-world");
        private final Thread abandoned = new Thread(this::stop, "stop-shared-world");

        Running() {
            // The other modules' servers, which are not needed any more, cost processor time.
            SharedServers.stop();
            // A build that is interrupted leaves no servers behind.
            Runtime.getRuntime().addShutdownHook(abandoned);
            try {
                // What an earlier build could not stop.
                world.world().down(System.out::println);
                world.world().wipe();
                world.up();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }

        @Override
        public void close() {
            stop();
            Runtime.getRuntime().removeShutdownHook(abandoned);
        }

        private void stop() {
            try {
                world.world().down(System.out::println);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
