package org.fogg.core.trigger;

import java.util.Arrays;

/**
 * Finds levels by ladder and key, in order of the key: per ladder a trie of 64-way nodes, six bits
 * of the key each. A level hangs as high as it is alone (so a sparse ladder stays small), and the
 * root covers only the bits in which the ladder's keys differ (so a dense ladder stays flat).
 *
 * <p>Pointers: 0 for none, positive for a node, negative for a level.
 */
final class PriceLadders {

    private static final int STEP = 6;
    private static final int DIGIT = 63;
    private static final int MAX_DEPTH = PriceLevels.KEY_BITS / STEP;

    private final PriceLevels levels;
    private final TrieNodes nodes = new TrieNodes();
    private int[] roots = new int[16];

    /** Lowest bit of the digit that the root node looks at. */
    private int[] rootShifts = new int[16];

    /** Any key that was below the root node: what all keys there have above its digit. */
    private long[] rootKeys = new long[16];

    /** The way of the latest {@link #remove} from the root: nodes, and which child of each. */
    private final int[] path = new int[MAX_DEPTH];

    private final int[] pathIndexes = new int[MAX_DEPTH];

    PriceLadders(PriceLevels levels) {
        this.levels = levels;
    }

    int size() {
        return roots.length;
    }

    /** Makes place for ladders up to this one. */
    void reach(int ladder) {
        if (ladder >= roots.length) {
            int length = Math.max(ladder + 1, roots.length * 2);
            roots = Arrays.copyOf(roots, length);
            rootShifts = Arrays.copyOf(rootShifts, length);
            rootKeys = Arrays.copyOf(rootKeys, length);
        }
    }

    /** The level of a key, made when there is none. */
    int levelOf(int ladder, long key) {
        int pointer = roots[ladder];
        if (pointer == 0) {
            int level = levels.allocate(ladder, key);
            roots[ladder] = -level;
            return level;
        }
        if (pointer < 0) {
            return atLeaf(ladder, 0, 0, pointer, PriceLevels.KEY_BITS, key);
        }
        int shift = rootShifts[ladder];
        if ((key ^ rootKeys[ladder]) >>> shift >>> STEP != 0) {
            return aboveRoot(ladder, key);
        }
        int parent = 0;
        int parentIndex = 0;
        while (true) {
            long bitmap = nodes.bitmap(pointer);
            int digit = digit(key, shift);
            int index = TrieNodes.index(bitmap, digit);
            if ((bitmap >>> digit & 1) == 0) {
                int level = levels.allocate(ladder, key);
                int grown = nodes.add(pointer, digit, -level);
                if (grown != pointer) {
                    point(ladder, parent, parentIndex, grown);
                }
                return level;
            }
            int child = nodes.child(pointer, index);
            if (child < 0) {
                return atLeaf(ladder, pointer, index, child, shift, key);
            }
            parent = pointer;
            parentIndex = index;
            pointer = child;
            shift -= STEP;
        }
    }

    /** Removes an empty level. */
    void remove(int level) {
        int ladder = levels.ladder(level);
        long key = levels.key(level);
        levels.free(level);
        int pointer = roots[ladder];
        if (pointer < 0) {
            roots[ladder] = 0;
            return;
        }
        int shift = rootShifts[ladder];
        int depth = 0;
        while (true) {
            int index = TrieNodes.index(nodes.bitmap(pointer), digit(key, shift));
            path[depth] = pointer;
            pathIndexes[depth] = index;
            int child = nodes.child(pointer, index);
            if (child < 0) {
                break;
            }
            pointer = child;
            shift -= STEP;
            depth++;
        }
        int moved = nodes.remove(pointer, digit(key, shift));
        if (moved != pointer) {
            pointAbove(ladder, depth, moved);
        }
        if (nodes.isSingle(moved)) {
            collapse(ladder, depth, moved);
        }
    }

    /** The level with the lowest key; 0 when there is none. */
    int first(int ladder) {
        return lowest(roots[ladder]);
    }

    /** The level with the lowest key above this one; 0 when there is none. */
    int after(int ladder, long key) {
        int pointer = roots[ladder];
        int shift = rootShifts[ladder];
        if (pointer > 0 && (key ^ rootKeys[ladder]) >>> shift >>> STEP != 0) {
            return key < rootKeys[ladder] ? first(ladder) : 0;
        }
        int higher = 0;
        while (pointer > 0) {
            long bitmap = nodes.bitmap(pointer);
            int digit = digit(key, shift);
            int index = TrieNodes.index(bitmap, digit);
            if (index > 0) {
                higher = nodes.child(pointer, index - 1);
            }
            pointer = (bitmap >>> digit & 1) == 0 ? 0 : nodes.child(pointer, index);
            shift -= STEP;
        }
        return pointer < 0 && levels.key(-pointer) > key ? -pointer : lowest(higher);
    }

    private int lowest(int pointer) {
        int lowest = pointer;
        while (lowest > 0) {
            lowest = nodes.lastChild(lowest);
        }
        return -lowest;
    }

    /** The key's level where a level hangs: that one, or a new one below new nodes. */
    private int atLeaf(int ladder, int parent, int parentIndex, int leaf, int shift, long key) {
        long other = levels.key(-leaf);
        if (other == key) {
            return -leaf;
        }
        int level = levels.allocate(ladder, key);
        int split = shiftOfDifference(key, other);
        int node = nodes.pair(digit(key, split), -level, digit(other, split), leaf);
        if (parent == 0) {
            roots[ladder] = node;
            rootShifts[ladder] = split;
            rootKeys[ladder] = key;
            return level;
        }
        for (int above = split + STEP; above < shift; above += STEP) {
            node = nodes.single(digit(key, above), node);
        }
        nodes.set(parent, parentIndex, node);
        return level;
    }

    private int aboveRoot(int ladder, long key) {
        int level = levels.allocate(ladder, key);
        long other = rootKeys[ladder];
        int split = shiftOfDifference(key, other);
        int node = roots[ladder];
        for (int above = rootShifts[ladder] + STEP; above < split; above += STEP) {
            node = nodes.single(digit(other, above), node);
        }
        roots[ladder] = nodes.pair(digit(key, split), -level, digit(other, split), node);
        rootShifts[ladder] = split;
        return level;
    }

    /** Takes out nodes that a level is alone in, and root nodes with a single child. */
    private void collapse(int ladder, int depth, int lowest) {
        int node = lowest;
        for (int at = depth; nodes.isSingle(node) && nodes.child(node, 0) < 0; at--) {
            int leaf = nodes.child(node, 0);
            nodes.free(node);
            pointAbove(ladder, at, leaf);
            if (at == 0) {
                return;
            }
            node = path[at - 1];
        }
        int root = roots[ladder];
        if (nodes.isSingle(root)) {
            while (nodes.isSingle(root)) {
                roots[ladder] = nodes.child(root, 0);
                rootShifts[ladder] -= STEP;
                nodes.free(root);
                root = roots[ladder];
            }
            rootKeys[ladder] = levels.key(first(ladder));
        }
    }

    /** Lets whatever pointed to the path's node at this depth point elsewhere. */
    private void pointAbove(int ladder, int depth, int pointer) {
        if (depth == 0) {
            roots[ladder] = pointer;
        } else {
            nodes.set(path[depth - 1], pathIndexes[depth - 1], pointer);
        }
    }

    private void point(int ladder, int parent, int index, int child) {
        if (parent == 0) {
            roots[ladder] = child;
        } else {
            nodes.set(parent, index, child);
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGIT;
    }

    private static int shiftOfDifference(long key, long other) {
        return (DIGIT - Long.numberOfLeadingZeros(key ^ other)) / STEP * STEP;
    }
}
