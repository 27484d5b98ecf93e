using System.Security.Cryptography;
using Annalist.Model;

namespace Annalist.Language;

/// <summary>Text to sentences, words, tags and trees. Thread-safe; the same text always gives the same result.</summary>
public sealed class Analyzer
{
    /// <summary>Longest sentence that is parsed in one piece, in words; a longer one is cut, at a mark where there is one.</summary>
    public const int LongestSentence = 400;

    private static readonly Lazy<Analyzer> LazyDefault = new(() => Load(Path.Combine(AppContext.BaseDirectory, "data", "language", "en")));
    private readonly LanguageModel model;
    private readonly ParserNetwork? network;

    [ThreadStatic]
    private static ParserState? scratch;

    [ThreadStatic]
    private static NetworkBuffers? networkScratch;

    [ThreadStatic]
    private static ParserNetwork? networkScratchOf;

    private Analyzer(LanguageModel model, ParserNetwork? network = null, string? networkVersion = null)
    {
        this.model = model;
        this.network = network;
        Version = networkVersion is null ? model.Version : model.Version + "+" + networkVersion;
        Splitter = new SentenceSplitter(model.Rules);
        Tokenizer = new Tokenizer(model.Rules);
    }

    /// <summary>The English model that comes with the program, loaded once at first use.</summary>
    /// <exception cref="IOException">Its files are missing.</exception>
    public static Analyzer Default => LazyDefault.Value;

    /// <summary>Version of the trained data; with a network also the beginning of its weights' hash.</summary>
    public string Version { get; }

    /// <summary>The splitter in use.</summary>
    public SentenceSplitter Splitter { get; }

    /// <summary>The tokenizer in use.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The lemmatizer in use.</summary>
    public Lemmatizer Lemmatizer => model.Lemmatizer;

    /// <summary>Loads a model from a folder that the training tool wrote; a file <c>network.weights</c> in it gives tags and trees in place of the greedy parser.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">Weights are damaged.</exception>
    /// <exception cref="FormatException">A table is damaged.</exception>
    public static Analyzer Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string weights = Path.Combine(folder, "network.weights");
        return File.Exists(weights) ? Load(folder, weights) : new Analyzer(LanguageModel.Load(folder));
    }

    /// <summary>Loads a model whose tags and trees come from a network.</summary>
    /// <param name="folder">The folder of the model: its tables of lemmas, features and text rules are used.</param>
    /// <param name="weights">File of the network's weights.</param>
    internal static Analyzer Load(string folder, string weights)
    {
        byte[] data = File.ReadAllBytes(weights);
        return new Analyzer(LanguageModel.Load(folder), new ParserNetwork(NetworkWeights.Read(data)), "net-" + Convert.ToHexStringLower(SHA256.HashData(data))[..8]);
    }

    /// <summary>Analyses a text. Spans point into it. Never throws for any text; empty text gives no sentences.</summary>
    public IReadOnlyList<Sentence> Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        foreach (var span in Splitter.Split(text)) AnalyzeSpan(text, span, sentences);
        return sentences;
    }

    /// <summary>Analyses words whose bounds are given: the forms, spans and contractions of <paramref name="words"/> are kept, all else is predicted.</summary>
    /// <param name="words">The sentence, as a reader of CoNLL-U gives it.</param>
    public Sentence AnalyzeWords(Sentence words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var raw = new List<(string, TextSpan, int, bool)>(words.Tokens.Count);
        foreach (var t in words.Tokens) raw.Add((t.Form, t.Span, t.Multiword, t.SpaceAfter));
        return new Sentence(words.Index, words.Span, words.Text, Predict(raw)) { IsPiece = words.IsPiece };
    }

    private void AnalyzeSpan(string text, TextSpan span, List<Sentence> sentences)
    {
        var words = Tokenizer.Words(text, span);
        int at = 0;
        while (at < words.Count)
        {
            int end = words.Count - at <= LongestSentence ? words.Count : Cut(text, words, at);
            var raw = new List<(string, TextSpan, int, bool)>(end - at);
            for (int i = at; i < end; i++)
            {
                var w = words[i];
                bool space = i + 1 >= words.Count || words[i + 1].Start > w.End;
                raw.Add((text[w.Start..w.End], new TextSpan(w.Start, w.End), w.Multiword, space));
            }
            var whole = at == 0 && end == words.Count ? span : new TextSpan(words[at].Start, words[end - 1].End);
            sentences.Add(new Sentence(sentences.Count, whole, whole.Cut(text), Predict(raw)) { IsPiece = whole != span });
            at = end;
        }
    }

    /// <summary>Where to cut an overlong sentence: after the last mark in the second half of the piece, never inside a contraction.</summary>
    private static int Cut(string text, List<RawToken> words, int at)
    {
        int limit = at + LongestSentence;
        for (int i = limit - 1; i > at + (LongestSentence / 2); i--)
        {
            if (words[i].End - words[i].Start == 1 && text[words[i].Start] is ';' or ':' or ',' or '\u2014' or '\u2013') return i + 1;
        }
        while (words[limit].Multiword == 0) limit--;
        return limit;
    }

    /// <summary>Tags and parses words and keeps nothing: what the benchmark measures.</summary>
    internal int MeasureCore(IReadOnlyList<string[]> sentences)
    {
        int sum = 0;
        WordInfo[] infos = new WordInfo[LongestSentence];
        var state = scratch ??= new ParserState();
        foreach (string[] words in sentences)
        {
            int n = Math.Min(words.Length, infos.Length);
            for (int i = 0; i < n; i++) infos[i] = WordInfo.Of(words[i]);
            model.Tagger.Tag(infos.AsSpan(0, n));
            Parser.Prepare(infos.AsSpan(0, n), model.Tags.UposIndex, model.Tags.Kinds);
            model.Parser.Parse(infos.AsSpan(0, n), state);
            sum += state.Head[0];
        }
        return sum;
    }

    private Token[] Predict(List<(string Form, TextSpan Span, int Multiword, bool Space)> raw)
    {
        if (raw.Count == 0) return [];
        if (network is not null) return PredictWith(network, raw);
        var infos = new WordInfo[raw.Count];
        for (int i = 0; i < infos.Length; i++) infos[i] = WordInfo.Of(raw[i].Form);
        model.Tagger.Tag(infos);
        Parser.Prepare(infos, model.Tags.UposIndex, model.Tags.Kinds);
        var state = scratch ??= new ParserState();
        model.Parser.Parse(infos, state);
        var tokens = new Token[raw.Count];
        for (int i = 0; i < tokens.Length; i++)
        {
            var (form, span, multiword, space) = raw[i];
            int tag = infos[i].Tag;
            string upos = model.Tags.Upos[tag], xpos = model.Tags.Xpos[tag];
            string deprel = state.Head[i] < 0 ? "root" : model.Labels[state.Label[i]];
            tokens[i] = new Token(i, span, form, model.Lemmatizer.Lemma(form, upos, xpos, i == 0), upos, xpos, model.Feats.Of(model.Tags.Names[tag], form.ToLowerInvariant()), state.Head[i], deprel)
            {
                SpaceAfter = space,
                Multiword = multiword,
            };
        }
        return tokens;
    }

    private Token[] PredictWith(ParserNetwork parser, List<(string Form, TextSpan Span, int Multiword, bool Space)> raw)
    {
        if (networkScratch is null || networkScratchOf != parser) (networkScratch, networkScratchOf) = (new NetworkBuffers(parser.Weights.Shape, false), parser);
        var b = networkScratch;
        b.Begin(raw.Count);
        foreach (var w in raw) parser.AddWord(b, w.Form);
        ParserNetwork.EndSentence(b);
        parser.Run(b);
        var shape = parser.Weights.Shape;
        var tokens = new Token[raw.Count];
        for (int i = 0; i < tokens.Length; i++)
        {
            var (form, span, multiword, space) = raw[i];
            string tag = shape.Tags[b.Tags[i]];
            int bar = tag.IndexOf('|', StringComparison.Ordinal);
            string upos = tag[..bar], xpos = tag[(bar + 1)..];
            tokens[i] = new Token(i, span, form, model.Lemmatizer.Lemma(form, upos, xpos, i == 0), upos, xpos, model.Feats.Of(tag, form.ToLowerInvariant()), b.Heads[i], shape.Labels[b.Labels[i]])
            {
                SpaceAfter = space,
                Multiword = multiword,
            };
        }
        return tokens;
    }
}
