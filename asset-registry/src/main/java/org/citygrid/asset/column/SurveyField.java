package org.citygrid.asset.column;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// The fields that a row of a survey may have beside its place and its dimensions, with the
/// headings under which surveyors deliver them. A shapefile cuts headings to ten letters; the
/// beginning of a heading is enough there.
public enum SurveyField {
  // @formatter:off  the columns are the meaning
  CODE(
      "code",
      false,
      "标识码",
      "Code",
      "标识码",
      "编码",
      "部件编码",
      "部件标识码",
      "部件代码",
      "部件编号",
      "编号",
      "bm",
      "bjbm",
      "objcode",
      "componentcode",
      "code"),
  CLASS_CODE(
      "classCode",
      true,
      "小类代码",
      "Class",
      "小类代码",
      "小类编码",
      "类别代码",
      "类别",
      "部件类别",
      "部件类型",
      "小类",
      "小类名称",
      "部件名称",
      "类型",
      "class",
      "classcode",
      "type",
      "category"),
  COMPETENT_UNIT(
      "competentUnit",
      false,
      "主管部门",
      "Competent unit",
      "主管部门",
      "主管部门代码",
      "主管部门名称",
      "主管单位",
      "主管单位代码",
      "主管单位名称",
      "competentunit",
      "authority",
      "department"),
  OWNER_UNIT(
      "ownerUnit",
      true,
      "权属单位",
      "Owner",
      "权属单位",
      "权属单位代码",
      "权属单位名称",
      "权属",
      "产权单位",
      "所有者",
      "ownerunit",
      "owner",
      "ownedby"),
  MAINTENANCE_UNIT(
      "maintenanceUnit",
      false,
      "养护单位",
      "Maintenance unit",
      "养护单位",
      "养护单位代码",
      "养护单位名称",
      "维护单位",
      "管养单位",
      "管护单位",
      "maintenanceunit",
      "maintainer",
      "maintainedby",
      "maintenance"),
  SPEC(
      "spec",
      false,
      "规格",
      "Specification",
      "规格",
      "规格型号",
      "型号规格",
      "spec",
      "specification",
      "description"),
  ADDRESS(
      "address",
      false,
      "地址",
      "Address",
      "地址",
      "位置",
      "位置描述",
      "地点",
      "地点描述",
      "所在位置",
      "所在道路",
      "address",
      "location",
      "street",
      "streetaddress"),
  STATE("state", false, "状态", "State", "状态", "部件状态", "现状", "state", "status", "condition"),
  SINCE(
      "since",
      false,
      "初始日期",
      "Since",
      "初始日期",
      "初始时间",
      "建设日期",
      "建设时间",
      "安装日期",
      "启用日期",
      "since",
      "installed",
      "installdate",
      "startdate",
      "builtdate"),
  SOURCE("source", false, "数据来源", "Source", "数据来源", "来源", "source", "datasource"),
  NOTE("note", false, "备注", "Note", "备注", "说明", "note", "notes", "remark", "remarks", "comment"),
  SYNTHETIC("synthetic", false, "虚构", "Invented", "虚构", "synthetic");
  // @formatter:on

  private final String word;
  private final boolean required;
  private final LocalText words;
  private final List<String> headings;

  SurveyField(String word, boolean required, String zh, String en, String... headings) {
    this.word = word;
    this.required = required;
    this.words = new LocalText(zh, en);
    this.headings = List.of(headings);
  }

  /// The field's name in JSON, in CSV and in rejections.
  public String word() {
    return word;
  }

  /// Whether a component cannot be registered without it. The class may also stand in the code.
  public boolean isRequired() {
    return required;
  }

  public LocalText words() {
    return words;
  }

  /// In lower case and without blanks, the most telling first.
  List<String> headings() {
    return headings;
  }

  boolean isUnit() {
    return this == COMPETENT_UNIT || this == OWNER_UNIT || this == MAINTENANCE_UNIT;
  }

  public static Optional<SurveyField> find(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
