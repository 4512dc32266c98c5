package myna.ui.voices;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import myna.ui.common.Nodes;
import myna.ui.common.ViewKit;
import myna.voice.ClipReport;
import myna.voice.Finding;
import myna.voice.Grade;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What the check found out, worst first; what is good is told in one line. */
final class CheckCard extends VBox {
  private final ViewKit kit;

  CheckCard(ViewKit kit) {
    this.kit = kit;
    getStyleClass().addAll("card", "check-card");
  }

  /** Shows a report, or that there is none yet. */
  void show(ClipReport report) {
    getChildren().setAll(Nodes.label(kit.text("check.title"), "heading"));
    if (report == null) {
      getChildren().add(Nodes.paragraph(kit.text("check.running"), "muted"));
      return;
    }
    getChildren().add(verdict(report.overall()));
    for (Grade grade : Grade.values()) {
      report.findings().stream()
          .filter(finding -> finding.grade() == grade)
          .forEach(finding -> getChildren().add(row(finding)));
    }
  }

  private Node verdict(Grade grade) {
    Label words = Nodes.paragraph(kit.messages().of("check.verdict", grade), "strong");
    HBox box = Nodes.row(10, new FontIcon(icon(grade)), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    box.getStyleClass().addAll("verdict", style(grade));
    return box;
  }

  private Node row(Finding finding) {
    FontIcon icon = new FontIcon(icon(finding.grade()));
    Label name = Nodes.label(kit.messages().of("check.aspect", finding.aspect()), "strong");
    Label text = Nodes.paragraph(sentence(finding), "muted", "small");
    VBox words = Nodes.column(1, name, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = Nodes.row(10, icon, words);
    row.getStyleClass().addAll("finding", style(finding.grade()));
    row.setAccessibleText(name.getText() + ": " + text.getText());
    return row;
  }

  private String sentence(Finding finding) {
    String key = "check." + finding.aspect().name() + ".";
    return Double.isNaN(finding.value())
        ? kit.text("check.unknown")
        : kit.text(key + finding.grade().name(), finding.value());
  }

  private static Ikon icon(Grade grade) {
    return switch (grade) {
      case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case FAIR -> MaterialDesignA.ALERT_OUTLINE;
      case POOR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
    };
  }

  private static String style(Grade grade) {
    return "grade-" + grade.name().toLowerCase(Locale.ROOT);
  }
}
