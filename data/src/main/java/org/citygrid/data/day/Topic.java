package org.citygrid.data.day;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.citygrid.data.town.Unit;

/// Something that people of a town ask or say, and what they are told. All of it is made up, and so
/// are the rules and the hours in the answers.
///
/// @param kind `consult`, `help`, `complaint` or `suggestion`
/// @param unit who answers; empty where the acceptor knows it
record Topic(String kind, String text, String unit, String answer) {

  /// How often each kind comes: of 2,356 requests of 2013 on Nanhai's microblog 548 were questions,
  /// 664 calls for help, 1,065 complaints and 79 suggestions.
  private static final int CONSULT = 548;

  private static final int HELP = 664;
  private static final int COMPLAINT = 1_065;
  private static final int SUGGESTION = 79;

  private static final List<Topic> ALL =
      List.of(
          new Topic(
              "consult", "请问路边停车位几点到几点收费？周末收不收？", "", "您好，路边泊位工作日 8:00 至 20:00 收费，周末及法定节假日免费。"),
          new Topic(
              "consult",
              "小区垃圾每天几点来收？大件家具放哪里？",
              Unit.SANITATION,
              "您好，生活垃圾每天 6:30 和 18:30 各收运一次。大件家具请先与物业约定时间，周三、周六上门清运。"),
          new Topic(
              "consult",
              "家里装修要办什么手续？晚上几点以后不能施工？",
              "",
              "您好，装修前请到物业登记。12:00 至 14:00 和 20:00 至次日 8:00 不得进行有噪音的施工。"),
          new Topic("consult", "养狗要在哪里登记，需要带什么材料？", "", "您好，请带身份证、犬只免疫证明到社区服务站登记，当场办结。"),
          new Topic(
              "consult",
              "沿街商铺换招牌要不要先申请？",
              Unit.ENFORCEMENT,
              "您好，更换招牌前请到政务服务窗口备案，带上效果图和门面照片，三个工作日答复。"),
          new Topic(
              "help",
              "楼下路灯好几晚不亮，老人晚上出门怕摔，该找谁？",
              Unit.LIGHTING,
              "您好，已安排人员到场检查，是线路接头老化，今晚恢复照明。谢谢您告诉我们。"),
          new Topic(
              "help",
              "下雨后小区门口积水，孩子上学过不去，能不能来抽水？",
              Unit.MUNICIPAL,
              "您好，已清掏门口两座雨水井，积水已退。下次大雨前会再检查一次。"),
          new Topic(
              "help",
              "家里老人走失过一次，社区有没有防走失手环可以领？",
              "",
              "您好，社区服务站可以免费领取，请带老人身份证复印件，工作日 8:30 至 17:30。"),
          new Topic("help", "门口大树枝快压到电线了，我们自己不敢锯。", Unit.GARDENS, "您好，已修剪靠近电线的枝条，请放心。"),
          new Topic(
              "complaint",
              "楼下烧烤店每天营业到凌晨，油烟和吵闹让人睡不着，反映过没人管。",
              Unit.ENFORCEMENT,
              "您好，执法队员昨晚到场，已责令该店 23:00 后停止露天经营并清洗油烟净化设备，一周内复查。"),
          new Topic(
              "complaint",
              "上次报的占道堆物说处理完了，其实第二天又摆出来了。",
              Unit.ENFORCEMENT,
              "您好，再次到场后已清理并留下整改通知，本周内每天巡查。给您添麻烦了。"),
          new Topic(
              "complaint",
              "工地早上六点就开始打桩，整栋楼都被吵醒。",
              Unit.CONSTRUCTION,
              "您好，已约谈施工单位，打桩改在 8:00 以后，并在围挡上公示施工时间和电话。"),
          new Topic(
              "complaint", "公厕没有纸也没有洗手液，地上都是水。", Unit.SANITATION, "您好，已补齐用品并增加一次午间保洁，负责人电话已贴在门口。"),
          new Topic(
              "complaint",
              "打热线反映问题，说三天回复，一个星期都没有消息。",
              "",
              "您好，查到您的来电登记时漏填了联系方式，是我们的疏忽，已补办并由值班长跟进，向您道歉。"),
          new Topic(
              "suggestion",
              "建议学校门口上下学时段设临时停车区，家长就不会乱停。",
              Unit.TRAFFIC,
              "您好，建议很好。我们将在两所小学门口试行一个月的临时停靠区，效果好再推广。"),
          new Topic(
              "suggestion", "公园里能不能多放几张有靠背的椅子，老人坐着舒服。", Unit.GARDENS, "您好，已列入下季度更新计划，先在两处公园各增加六张。"),
          new Topic("suggestion", "希望把停水停电的通知也发在公众号上。", "", "您好，已请有关单位提前一天把通知抄送公众号，下月起执行。"));

  static Topic any(RandomGenerator random) {
    int chance = random.nextInt(CONSULT + HELP + COMPLAINT + SUGGESTION);
    String kind =
        chance < CONSULT
            ? "consult"
            : chance < CONSULT + HELP
                ? "help"
                : chance < CONSULT + HELP + COMPLAINT ? "complaint" : "suggestion";
    List<Topic> ofKind = ALL.stream().filter(topic -> topic.kind.equals(kind)).toList();
    return ofKind.get(random.nextInt(ofKind.size()));
  }

  /// The topic of a request; empty for what a person wrote who tries the demonstration.
  static Optional<Topic> of(String text) {
    return ALL.stream().filter(topic -> text.startsWith(topic.text)).findFirst();
  }
}
