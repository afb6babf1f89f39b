package org.fogg.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the world file; the built-in one, {@value #BUILT_IN}, describes the format. */
public final class AtlasFile {

    static final String BUILT_IN = "world.yaml";

    private AtlasFile() {}

    /** The world that comes with Fogg. */
    public static Atlas builtIn() {
        InputStream content = AtlasFile.class.getClassLoader().getResourceAsStream(BUILT_IN);
        if (content == null) {
            throw new IllegalStateException(BUILT_IN + " is missing from the class path");
        }
        try (Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8)) {
            return read(BUILT_IN, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + BUILT_IN, e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws AtlasException naming the line and what is wrong there
     */
    public static Atlas read(Path file) throws IOException {
        try (Reader content = Files.newBufferedReader(file)) {
            return read(file.toString(), content);
        }
    }

    /**
     * Reads a world.
     *
     * @param file its name, for errors
     * @throws AtlasException naming the line and what is wrong there
     */
    public static Atlas read(String file, Reader content) {
        try {
            LoaderOptions options = new LoaderOptions();
            // Found by YamlFields, whose message names the line.
            options.setAllowDuplicateKeys(true);
            Node root = new Yaml(options).compose(content);
            if (root == null) {
                throw new AtlasException(file + " is empty");
            }
            return atlas(
                    new YamlFields(file, root, Set.of("aws_regions", "georegions", "exchanges")));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new AtlasException(file + " line " + line + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw new AtlasException(file + ": " + e.getMessage());
        }
    }

    private static Atlas atlas(YamlFields top) {
        List<AwsRegion> awsRegions = new AwsRegionParser().all(top);
        List<Georegion> georegions = new GeoregionParser(awsRegions).all(top);
        return new Atlas(awsRegions, georegions, new ExchangeParser(georegions).all(top));
    }
}
