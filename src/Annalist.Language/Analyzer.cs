using System.Security.Cryptography;
using Annalist.Model;

namespace Annalist.Language;

/// <summary>Text to sentences, words, tags and trees. Thread-safe; the same text always gives the same result.</summary>
public sealed class Analyzer
{
    /// <summary>Longest sentence that is parsed in one piece, in words; a longer one is cut, at a mark where there is one.</summary>
    public const int LongestSentence = 400;

    /// <summary>Words that the network takes at once: the weights then pass through the cache once for all of them. No word's result depends on it.</summary>
    private const int BatchWords = 200;

    private static readonly Lazy<Analyzer> LazyDefault = new(() => Load(Path.Combine(AppContext.BaseDirectory, "data", "language", "en")));
    private readonly LanguageModel model;
    private readonly ParserNetwork? network;

    [ThreadStatic]
    private static ParserState? scratch;

    [ThreadStatic]
    private static NetworkBuffers? networkScratch;

    [ThreadStatic]
    private static ParserNetwork? networkScratchOf;

    [ThreadStatic]
    private static WordCache? wordCache;

    [ThreadStatic]
    private static LanguageModel? wordCacheOf;

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
        // Beside each other: the network alone takes some 60 ms, the tables and the greedy parser more.
        var data = Task.Run(() => File.ReadAllBytes(weights));
        var version = Task.Run(async () => "net-" + Convert.ToHexStringLower(SHA256.HashData(await data))[..8]);
        var network = Task.Run(async () => new ParserNetwork(NetworkWeights.Read(await data)));
        var model = LanguageModel.Load(folder);
        return new Analyzer(model, network.GetAwaiter().GetResult(), version.GetAwaiter().GetResult());
    }

    /// <summary>Analyses a text. Spans point into it. Never throws for any text; empty text gives no sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="worth">Two speeds: tells from a sentence's span and its words, tagged by the fast tagger and without heads, how it shall be parsed; null to have the network parse all.</param>
    public IReadOnlyList<Sentence> Analyze(string text, Func<TextSpan, IReadOnlyList<Token>, Parsing>? worth = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var pieces = new List<Piece>();
        var open = new List<(int At, Piece Piece)>();
        int words = 0;
        foreach (var span in Splitter.Split(text))
        {
            AddPieces(text, span, pieces);
            foreach (var piece in pieces)
            {
                if (network is null || worth is not null)
                {
                    var infos = Infos(piece.Words);
                    var tokens = Tagged(piece.Words, infos);
                    var asked = worth is null ? Parsing.Network : worth(piece.Span, tokens);
                    if (network is null || asked != Parsing.Network)
                    {
                        if (asked == Parsing.None) HangFlat(tokens);
                        else ParseGreedily(infos, tokens);
                        sentences.Add(piece.Make(text, sentences.Count, tokens));
                        continue;
                    }
                }
                // Its place is kept until there are enough words for a run of the network.
                open.Add((sentences.Count, piece));
                sentences.Add(null!);
                words += piece.Words.Count;
            }
            pieces.Clear();
            if (words < BatchWords) continue;
            Predict(text, open, sentences);
            words = 0;
        }
        Predict(text, open, sentences);
        return sentences;
    }

    /// <summary>Analyses words whose bounds are given: the forms, spans and contractions of <paramref name="words"/> are kept, all else is predicted.</summary>
    /// <param name="words">The sentence, as a reader of CoNLL-U gives it.</param>
    public Sentence AnalyzeWords(Sentence words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var raw = new List<(string, TextSpan, int, bool)>(words.Tokens.Count);
        foreach (var t in words.Tokens) raw.Add((t.Form, t.Span, t.Multiword, t.SpaceAfter));
        var tokens = network is null ? PredictGreedily(raw) : PredictWith(network, [new Piece(words.Span, raw, words.IsPiece)])[0];
        return new Sentence(words.Index, words.Span, words.Text, tokens) { IsPiece = words.IsPiece };
    }

    /// <summary>
    /// Fills in what a foreign parse leaves out: Penn tags (from the features, else from form, lemma and auxiliaries) and lemmas. Without parts of speech or a tree all is predicted, as by
    /// <see cref="AnalyzeWords"/>. A sentence that lacks nothing is returned as it is.
    /// </summary>
    /// <param name="parsed">The sentence, as a reader of CoNLL-U gives it.</param>
    public Sentence Complete(Sentence parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (parsed.Tokens.All(Whole)) return parsed;
        if (parsed.Tokens.Any(Bare) || parsed.Tokens.Count(t => t.Head < 0) > 1) return AnalyzeWords(parsed);
        var tokens = new Token[parsed.Tokens.Count];
        for (int i = 0; i < tokens.Length; i++)
        {
            var t = parsed.Tokens[i];
            string xpos = PennTags.IsKnown(t.Xpos) ? t.Xpos : PennTags.Of(parsed, t);
            tokens[i] = t with { Xpos = xpos, Lemma = t.Lemma == "_" && t.Form != "_" ? model.Lemmatizer.Lemma(t.Form, t.Upos, xpos, i == 0) : t.Lemma };
        }
        return new Sentence(parsed.Index, parsed.Span, parsed.Text, tokens) { IsPiece = parsed.IsPiece };

        // "Put" with nothing but its part of speech may be any form of the verb.
        static bool Bare(Token t) => t.Upos == "_" || t is { Upos: "VERB", Xpos: "_", Feats: "_", Lemma: "_" };

        static bool Whole(Token t) => t.Upos != "_" && PennTags.IsKnown(t.Xpos) && (t.Lemma != "_" || t.Form == "_") && (t.Head >= 0 || t.Relation == "root");
    }

    /// <summary>A sentence, or a piece of one that is too long, before tags and tree.</summary>
    private readonly record struct Piece(TextSpan Span, List<(string Form, TextSpan Span, int Multiword, bool Space)> Words, bool IsPart)
    {
        public Sentence Make(string text, int index, Token[] tokens) => new(index, Span, Span.Cut(text), tokens) { IsPiece = IsPart };
    }

    private void AddPieces(string text, TextSpan span, List<Piece> pieces)
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
            pieces.Add(new Piece(whole, raw, whole != span));
            at = end;
        }
    }

    private void Predict(string text, List<(int At, Piece Piece)> open, List<Sentence> sentences)
    {
        if (open.Count == 0) return;
        var tokens = PredictWith(network!, [.. open.Select(o => o.Piece)]);
        for (int k = 0; k < tokens.Length; k++) sentences[open[k].At] = open[k].Piece.Make(text, open[k].At, tokens[k]);
        open.Clear();
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
        if (network is not null)
        {
            var b = Buffers(network);
            b.Begin(BatchWords + LongestSentence);
            foreach (string[] words in sentences)
            {
                network.Add(b, words.Length <= LongestSentence ? words : words.AsSpan(0, LongestSentence));
                if (b.Rows < BatchWords) continue;
                network.Run(b);
                sum += b.Heads[0];
                b.Begin(0);
            }
            network.Run(b);
            return sum;
        }
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

    private static WordInfo[] Infos(List<(string Form, TextSpan Span, int Multiword, bool Space)> raw)
    {
        var infos = new WordInfo[raw.Count];
        for (int i = 0; i < infos.Length; i++) infos[i] = WordInfo.Of(raw[i].Form);
        return infos;
    }

    /// <summary>The words with the fast tagger's tags, without heads.</summary>
    private Token[] Tagged(List<(string Form, TextSpan Span, int Multiword, bool Space)> raw, WordInfo[] infos)
    {
        var tokens = new Token[raw.Count];
        var known = Words();
        model.Tagger.Tag(infos);
        bool first = true;
        for (int i = 0; i < tokens.Length; i++)
        {
            int tag = infos[i].Tag;
            tokens[i] = Make(known, raw[i], i, ref first, model.Tags.Names[tag], model.Tags.Upos[tag], model.Tags.Xpos[tag], -1, "_");
        }
        return tokens;
    }

    /// <summary>Gives tagged words their heads.</summary>
    private void ParseGreedily(WordInfo[] infos, Token[] tokens)
    {
        if (tokens.Length == 0) return;
        Parser.Prepare(infos, model.Tags.UposIndex, model.Tags.Kinds);
        var state = scratch ??= new ParserState();
        model.Parser.Parse(infos, state);
        for (int i = 0; i < tokens.Length; i++) tokens[i] = tokens[i].Under(state.Head[i], state.Head[i] < 0 ? "root" : model.Labels[state.Label[i]]);
    }

    /// <summary>Hangs all words on one.</summary>
    private static void HangFlat(Token[] tokens)
    {
        if (tokens.Length == 0) return;
        int root = Math.Max(0, Array.FindIndex(tokens, t => t.Upos == "VERB"));
        for (int i = 0; i < tokens.Length; i++) tokens[i] = i == root ? tokens[i].Under(-1, "root") : tokens[i].Under(root, "dep");
    }

    private Token[] PredictGreedily(List<(string Form, TextSpan Span, int Multiword, bool Space)> raw)
    {
        var infos = Infos(raw);
        var tokens = Tagged(raw, infos);
        ParseGreedily(infos, tokens);
        return tokens;
    }

    private Token[][] PredictWith(ParserNetwork parser, List<Piece> pieces)
    {
        var b = Buffers(parser);
        b.Begin(pieces.Sum(p => p.Words.Count));
        foreach (var p in pieces)
        {
            foreach (var w in p.Words) parser.AddWord(b, w.Form);
            ParserNetwork.EndSentence(b);
        }
        parser.Run(b);
        var result = new Token[pieces.Count][];
        var known = Words();
        for (int s = 0, at = 0; s < result.Length; s++)
        {
            var tokens = result[s] = new Token[pieces[s].Words.Count];
            bool first = true;
            for (int i = 0; i < tokens.Length; i++, at++)
            {
                int tag = b.Tags[at];
                tokens[i] = Make(known, pieces[s].Words[i], i, ref first, parser.Weights.Shape.Tags[tag], parser.Tags.Upos[tag], parser.Tags.Xpos[tag], b.Heads[at], parser.Weights.Shape.Labels[b.Labels[at]]);
            }
            result[s] = ClauseMender.Mend(tokens);
        }
        return result;
    }

    private static NetworkBuffers Buffers(ParserNetwork parser)
    {
        if (networkScratch is null || networkScratchOf != parser) (networkScratch, networkScratchOf) = (new NetworkBuffers(parser.Weights.Shape, false), parser);
        return networkScratch;
    }

    /// <summary>This thread's words, asked for once a sentence: a look at a variable of the thread is dear.</summary>
    private WordCache Words()
    {
        if (wordCache is null || wordCacheOf != model) (wordCache, wordCacheOf) = (new WordCache(), model);
        return wordCache;
    }

    private Token Make(WordCache cache, (string Form, TextSpan Span, int Multiword, bool Space) word, int index, ref bool first, string tag, string upos, string xpos, int head, string deprel)
    {
        var (form, span, multiword, space) = word;
        ref var known = ref cache.Place(form, first);
        if (!known.Holds(form, tag, first)) known = new WordCache.Entry { Form = form, Tag = tag, First = first, Lemma = model.Lemmatizer.Lemma(form, upos, xpos, first), Feats = model.Feats.Of(tag, form.ToLowerInvariant()) };
        first &= upos == "PUNCT";
        return new Token(index, span, form, known.Lemma, upos, xpos, known.Feats, head, deprel)
        {
            SpaceAfter = space,
            Multiword = multiword,
        };
    }
}
