package org.citygrid.ui.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.role.OnRole;
import org.citygrid.platform.setting.TownClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@OnRole("web")
class LiveConfiguration {
  @Bean
  LiveStream liveStream(TownClock clock, MeterRegistry meters) {
    LiveStream stream = new LiveStream(Long.toString(clock.millis(), Character.MAX_RADIX));
    Gauge.builder("citygrid.live.pages", stream, LiveStream::listening)
        .description("pages that listen to live events")
        .register(meters);
    return stream;
  }

  @Bean
  StepListener liveSteps(LiveStream stream, JsonMapper json) {
    return new StepListener(stream, json);
  }

  @Bean
  AccessRules liveDoors() {
    return doors -> doors.get("/api/live").signedIn();
  }
}
