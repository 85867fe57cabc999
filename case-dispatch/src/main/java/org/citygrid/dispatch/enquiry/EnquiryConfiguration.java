package org.citygrid.dispatch.enquiry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnquirySettings.class)
class EnquiryConfiguration {}
