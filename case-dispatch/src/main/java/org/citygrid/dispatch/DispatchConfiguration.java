package org.citygrid.dispatch;

import static org.citygrid.platform.identity.Role.ACCEPTOR;
import static org.citygrid.platform.identity.Role.ADMINISTRATOR;
import static org.citygrid.platform.identity.Role.DEPARTMENT;
import static org.citygrid.platform.identity.Role.DISPATCHER;
import static org.citygrid.platform.identity.Role.EVALUATOR;
import static org.citygrid.platform.identity.Role.INSPECTOR;
import static org.citygrid.platform.identity.Role.SHIFT_LEADER;
import static org.citygrid.platform.identity.Role.WORKER;

import org.citygrid.dispatch.casefile.ChaseSettings;
import org.citygrid.dispatch.casefile.StageSettings;
import org.citygrid.dispatch.evaluation.EvaluationSettings;
import org.citygrid.dispatch.oversight.OversightSettings;
import org.citygrid.dispatch.workflow.Workflow;
import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.schema.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Everything case dispatch needs in a process: importing this one class is enough.
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({
  DispatchSettings.class,
  OversightSettings.class,
  EvaluationSettings.class,
  StageSettings.class,
  ChaseSettings.class
})
public class DispatchConfiguration {
  @Bean
  ModuleSchema dispatchSchema() {
    return new ModuleSchema("dispatch");
  }

  @Bean
  Workflow workflow(DispatchSettings settings) {
    return new Workflow(settings.policy());
  }

  /// Who may look at cases at all; which ones, and what may be done to them, is decided further in.
  /// Collectors see their tasks, not the cases.
  @Bean
  AccessRules dispatchAccess() {
    return rules ->
        rules
            .get("/api/workflow")
            .anyone()
            .get("/api/cases/**")
            .only(
                ACCEPTOR,
                SHIFT_LEADER,
                DISPATCHER,
                DEPARTMENT,
                WORKER,
                INSPECTOR,
                EVALUATOR,
                ADMINISTRATOR)
            .post("/api/cases/{number}/acts")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, DEPARTMENT, WORKER, INSPECTOR)
            .post("/api/cases/{number}/supervisions/{seq}/reply")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, DEPARTMENT, WORKER)
            .get("/api/enquiries/flow")
            .anyone()
            .get("/api/enquiries/**")
            .only(
                ACCEPTOR, SHIFT_LEADER, DISPATCHER, DEPARTMENT, INSPECTOR, EVALUATOR, ADMINISTRATOR)
            .post("/api/enquiries/{number}/acts")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, DEPARTMENT)
            .get("/api/oversight/**")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, INSPECTOR, EVALUATOR, ADMINISTRATOR)
            .get("/api/calendar/**")
            .signedIn()
            .put("/api/calendar")
            .only(ADMINISTRATOR)
            .get("/api/responsibilities/**")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, INSPECTOR, ADMINISTRATOR)
            .post("/api/responsibilities/import")
            .only(ADMINISTRATOR)
            .put("/api/responsibilities")
            .only(ADMINISTRATOR)
            .delete("/api/responsibilities")
            .only(ADMINISTRATOR)
            .get("/api/auto-dispatch")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, INSPECTOR, ADMINISTRATOR)
            .put("/api/auto-dispatch")
            .only(ADMINISTRATOR)
            .get("/api/units/load")
            .only(ACCEPTOR, SHIFT_LEADER, DISPATCHER, INSPECTOR, EVALUATOR, ADMINISTRATOR)
            .get("/api/stats/**")
            .signedIn()
            .get("/api/evaluation/**")
            .signedIn()
            .get("/api/evaluation")
            .signedIn()
            .post("/api/evaluation/schemes")
            .only(EVALUATOR, ADMINISTRATOR)
            .post("/api/evaluation/results")
            .only(EVALUATOR)
            .post("/api/evaluation/results/{id}/publish")
            .only(EVALUATOR)
            .post("/api/evaluation/recount")
            .only(ADMINISTRATOR)
            .post("/api/migration/acts")
            .only(ADMINISTRATOR)
            .post("/api/migration/enquiry-acts")
            .only(ADMINISTRATOR);
  }
}
