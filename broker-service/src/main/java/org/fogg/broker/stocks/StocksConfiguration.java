package org.fogg.broker.stocks;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires prices, statistics and bars. */
@Configuration(proxyBeanMethods = false)
@Import(StockController.class)
public class StocksConfiguration {}
