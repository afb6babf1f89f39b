package org.fogg.broker.inbound;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires what other georegions' brokers ask for. */
@Configuration(proxyBeanMethods = false)
@Import(BrokerController.class)
public class InboundConfiguration {}
