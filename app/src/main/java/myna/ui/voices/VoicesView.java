package myna.ui.voices;

import myna.ui.common.PageView;
import myna.ui.common.Shortcut;
import myna.ui.common.ViewKit;

/** The voices page: the library, or a clip on its way into it. */
public final class VoicesView extends PageView {

  /** The page of a model. */
  public VoicesView(VoicesViewModel model, ViewKit kit) {
    LibraryPane library = new LibraryPane(model, kit);
    NewClipPane clip = new NewClipPane(model, kit);
    keep(library.follow());
    keep(clip.follow());
    keep(
        model
            .modeProperty()
            .subscribe(
                mode ->
                    setCenter(
                        switch (mode) {
                          case LIBRARY -> library;
                          case NEW_CLIP -> clip;
                        })));
    setOnKeyPressed(
        event -> {
          if (Shortcut.ADD_VOICE.keys().match(event)) {
            model.addClip(null);
            event.consume();
          }
        });
  }
}
