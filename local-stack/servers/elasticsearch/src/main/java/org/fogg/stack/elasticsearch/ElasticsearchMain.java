package org.fogg.stack.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node. The distribution's own main class is not in the Maven repository
 * complete, and refuses to run as root; what is left out here is its sandbox and its bootstrap
 * checks only.
 */
public final class ElasticsearchMain {
    private ElasticsearchMain() {}

    /**
     * Runs until SIGTERM.
     *
     * @param args the configuration folder, which holds elasticsearch.yml and log4j2.properties
     * @throws Exception where the node cannot start; ends the process
     */
    public static void main(String[] args) throws Exception {
        // Before the first Settings object: it logs, and logging must know its prefix by then.
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        try {
            start(Path.of(args[0]));
        } catch (Exception | Error e) {
            // Threads of a half-started node would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void start(Path config) throws Exception {
        Settings settings =
                Settings.builder().loadFromPath(config.resolve("elasticsearch.yml")).build();
        Environment environment = new Environment(settings, config);
        LogConfigurator.setNodeName(settings.get("node.name"));
        LogConfigurator.configure(environment, true);
        Node node = new Node(environment, plugins(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
        node.start();
        // All threads of the node are daemons.
        new CountDownLatch(1).await();
    }

    private static PluginsLoader plugins(Environment environment) {
        return PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir()),
                PluginsLoader.loadPluginsBundles(environment.pluginsDir()),
                Map.of(),
                // Exports to modules, which a plain class path has none of.
                false);
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            e.printStackTrace();
        }
    }
}
