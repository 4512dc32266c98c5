package myna.narration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import myna.audio.Audio;
import myna.engine.PackLease;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.book.Block;
import myna.narration.book.NarrationException;
import myna.narration.export.AudiobookExporter;
import myna.narration.export.ExportReport;
import myna.narration.export.ExportSettings;
import myna.narration.project.BlockEntry;
import myna.narration.project.ChapterEntry;
import myna.narration.project.LineEntry;
import myna.narration.project.Project;
import myna.narration.project.ProjectEditor;
import myna.narration.render.ModelSynthesizer;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Renderer;
import myna.narration.render.Shard;
import myna.narration.script.SpeakerLabels;
import myna.narration.speakers.Characters;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.text.Notice;

/**
 * A book in work: everything that a command or a window does with it. Methods block and may be
 * called by several threads; so chapters can be edited and sentences heard while they are rendered.
 */
public final class Narration implements AutoCloseable {
  /** How a book is spoken where nothing else was chosen: every sentence is listened to. */
  public static final SpeechOptions USUAL = SpeechOptions.NONE.with(Knob.VERIFY, true);

  private static final int EXAMINED = 200_000; // characters of the text that are looked through

  private final BookProject book;
  private final Project project;
  private final PackLease pack;
  private final Voices voices;
  private final BookReading reading;

  private Narration(
      BookProject book, Project project, PackLease pack, Voices voices, BookReading reading) {
    this.reading = reading;
    this.book = book;
    this.project = project;
    this.pack = pack;
    this.voices = voices;
  }

  /**
   * Makes the project of a book, or opens it, to work on it alone.
   *
   * @param pack that the book is read and spoken with; closed by the caller
   */
  public static Narration open(
      NarrationOrder order, PackLease pack, Voices voices, Cancellation cancellation)
      throws NarrationException {
    BookReading reading = BookReading.of(order, pack);
    BookProject book = new BookProject(order.book(), order.folder(), reading);
    Project project = book.open(order.change(), order.handling(), cancellation);
    return new Narration(book, project, pack, voices, reading);
  }

  /**
   * Opens the project to share its rendering with other processes; whichever is first makes it. All
   * that it can do is to render.
   */
  public static Narration share(
      NarrationOrder order, PackLease pack, Voices voices, Cancellation cancellation)
      throws NarrationException {
    BookReading reading = BookReading.of(order, pack);
    BookProject book = new BookProject(order.book(), order.folder(), reading);
    Project project = book.openShard(order.change(), cancellation);
    return new Narration(book, project, pack, voices, reading);
  }

  /** Chapters, paragraphs and sentences with their takes; metadata, cover and settings. */
  public Project project() {
    return project;
  }

  /** Changes chapters, texts, metadata and takes. */
  public ProjectEditor edit() throws NarrationException {
    return project.edit(book.writer(project));
  }

  /** Changes the settings, and the script where it follows from them. */
  public void change(BookProject.SettingsChange change) throws NarrationException {
    edit().setSettings(change.apply(project.settings()));
    edit().refreshScript();
  }

  /**
   * Those who speak, with how often they do: the people of a story, and names that stand before
   * what they say.
   */
  public Map<String, Integer> speakers() throws NarrationException {
    SpeakerLabels labels = new SpeakerLabels();
    spokenBlocks().forEach(blocks -> blocks.forEach(labels::add));
    Map<String, Integer> speakers = new LinkedHashMap<>();
    characters().speaking().forEach(one -> speakers.put(one.person().name(), one.quotations()));
    labels.found().forEach((name, times) -> speakers.merge(name, times, Integer::sum));
    return speakers;
  }

  /** The people of the story with what they say, as far as that is clear. */
  public Characters characters() throws NarrationException {
    return Characters.of(spokenBlocks(), project.people());
  }

  private List<List<Block>> spokenBlocks() throws NarrationException {
    List<List<Block>> chapters = new ArrayList<>();
    for (ChapterEntry chapter : project.spokenChapters()) {
      chapters.add(project.blocks(chapter.id()).stream().map(BlockEntry::block).toList());
    }
    return chapters;
  }

  /** What its reader should know of the text before hours of work: a sentence each. */
  public List<Notice> notices() throws NarrationException {
    StringBuilder text = new StringBuilder();
    for (ChapterEntry chapter : project.spokenChapters()) {
      for (BlockEntry entry : project.blocks(chapter.id())) {
        text.append(entry.block().text()).append("\n\n");
      }
      if (text.length() > EXAMINED) {
        break;
      }
    }
    return reading.notices(project.metadata().language(), text.toString());
  }

  /** How much there is to render, and how long it will sound. */
  public Estimate estimate() throws NarrationException {
    return Estimate.of(project.spokenChapters());
  }

  /**
   * Renders what is missing or damaged, and also what edits made missing meanwhile.
   *
   * @param control pauses and stops it; {@link myna.jobs.CancelledException} when it was stopped
   * @return how many sentences were made
   */
  public int render(Shard shard, RenderListener listener, RenderControl control)
      throws NarrationException {
    discardDamaged(control);
    return new Renderer(project, synthesizer(), listener, control).render(shard);
  }

  /**
   * Takes in what other processes made, and renders nothing.
   *
   * @return how many sentences are missing
   */
  public int collect(RenderControl control) throws NarrationException {
    discardDamaged(control);
    return new Renderer(project, synthesizer(), RenderListener.NONE, control).collect();
  }

  /** A shard changes nothing but its own takes; whoever merges looks for damage. */
  private void discardDamaged(RenderControl control) throws NarrationException {
    if (!project.isShard()) {
      project.discardDamaged(control);
    }
  }

  private ModelSynthesizer synthesizer() throws NarrationException {
    SpeechOptions options = SpeechOptions.parse(project.settings().speech()).or(USUAL);
    return new ModelSynthesizer(pack, voices, options.settings(pack.format().defaults()));
  }

  /**
   * The sound of a sentence, as it was spoken.
   *
   * @throws NarrationException with {@link NarrationException.Reason#INCOMPLETE} if it is not made
   */
  public Audio listen(long line) throws NarrationException {
    LineEntry entry = project.line(line);
    if (entry.take().isEmpty()) {
      throw new NarrationException(
          NarrationException.Reason.INCOMPLETE, "this sentence is not rendered yet");
    }
    return project.read(entry.take().get());
  }

  /** Writes the audiobook and what goes with it. */
  public ExportReport export(ExportSettings settings, Progress progress, Cancellation cancellation)
      throws NarrationException {
    return new AudiobookExporter(project, settings, progress, cancellation).export();
  }

  @Override
  public void close() throws NarrationException {
    project.close();
  }
}
