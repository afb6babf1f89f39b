package org.fogg.core.trigger;

/** In which direction the price must move to trigger an order. */
public enum Direction {
    /** Triggers at or below its price: buy limit, sell stop. */
    FALLING,
    /** Triggers at or above its price: sell limit, buy stop. */
    RISING
}
