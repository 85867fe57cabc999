package org.citygrid.asset;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the register (`citygrid.asset.*`).
///
/// @param edition the classification this town works by; choose once, the digits of one edition
///   mean other things in another
@ConfigurationProperties("citygrid.asset")
public record AssetSettings(@DefaultValue("GB/T 30428.2-2013") String edition) {}
