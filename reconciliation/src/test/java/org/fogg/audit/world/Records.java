package org.fogg.audit.world;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records with one component changed. */
public final class Records {
    private Records() {}

    /** The same record with another value of one component. */
    public static <T extends Record> T with(T original, String name, Object value) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) original.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                boolean changed = components[i].getName().equals(name);
                found |= changed;
                values[i] = changed ? value : components[i].getAccessor().invoke(original);
            }
            if (!found) {
                throw new IllegalArgumentException(type + " has no " + name);
            }
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One component's value. */
    public static Object get(Record original, String name) {
        try {
            return original.getClass().getMethod(name).invoke(original);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
