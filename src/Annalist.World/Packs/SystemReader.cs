using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Reads the tables of a pack that say how the system works: institutions, rules, commitments, expectations, aims, levers, figures, meetings, dossiers.</summary>
internal sealed class SystemReader : TableReader
{
    private readonly PackManifest manifest;
    private readonly DateTimeOffset? learned;

    public SystemReader(string folder, PackManifest manifest, List<PackFault> faults, Dictionary<object, PackRow> rows)
        : base(folder, faults, rows)
    {
        this.manifest = manifest;
        learned = manifest.Learned;
    }

    public List<Institution> Institutions() => Table("institutions.tsv", r =>
    {
        bool good = Filled(r, "code");
        List<string> areas = Several(r, "areas");
        foreach (string area in areas.Where(a => !Institution.KnownAreas.Contains(a)))
        {
            Fault(r, PackFaultIds.WordUnknown, $"'{area}' is no area.", $"Use some of {string.Join(' ', Institution.KnownAreas)}.");
        }
        string? decides = OneOf(r, "decides_by", Institution.KnownDecisions);
        return good ? new Institution(r["code"], Cell(r, "level"), areas, decides, Cell(r, "note"), manifest.Id, r["source"]) : null;
    });

    public List<CompleteList> Complete() => Table("complete.tsv", r =>
    {
        bool good = Filled(r, "code");
        Relation? relation = Spelled<Relation>(r, "relation", PackFaultIds.RelationUnknown);
        TieSide? side = Spelled<TieSide>(r, "side", PackFaultIds.WordUnknown);
        Period period = Period(r, "from", "to");
        return good && relation is { } known && side is { } s ? new CompleteList(r["code"], known, s, period, manifest.Id, r["source"]) { Receipt = Receipt(r) } : null;
    });

    public List<Held<WorldRule>> Rules() => Table("rules.tsv", r =>
    {
        bool good = Filled(r, "rule") & Filled(r, "bearer") & ActKnown(r, "act");
        RuleForce? force = Spelled<RuleForce>(r, "force", PackFaultIds.WordUnknown);
        Period period = Period(r, "from", "to");
        if (!good || force is not { } f) return null;
        return Hold(r, new WorldRule
        {
            Id = r["rule"],
            Bearer = Several(r, "bearer"),
            Force = f,
            Act = r["act"],
            Matter = Cell(r, "matter"),
            Toward = Several(r, "toward"),
            Condition = Cell(r, "condition"),
            Unless = Cell(r, "unless"),
            ConsentOf = Cell(r, "consent_of"),
            Instrument = Cell(r, "instrument"),
            Period = period,
        });
    });

    public List<Held<Position>> Positions() => Table("positions.tsv", r =>
    {
        bool good = Filled(r, "actor") & Filled(r, "bearer") & ActKnown(r, "act");
        PositionStand? stand = Spelled<PositionStand>(r, "position", PackFaultIds.WordUnknown);
        Period period = Period(r, "from", "to");
        return good && stand is { } s ? Hold(r, new Position(r["actor"], s, Several(r, "bearer"), r["act"], Several(r, "toward"), period, Cell(r, "note"))) : null;
    });

    public List<Held<WorldCommitment>> Commitments() => Table("commitments.tsv", r =>
    {
        bool good = Filled(r, "commitment") & Filled(r, "by");
        EventType? act = r["act"].Length == 0 ? null : Spelled<EventType>(r, "act", PackFaultIds.ActUnknown);
        double? amount = Number(r, "amount");
        if ((r["amount"].Length == 0) != (r["unit"].Length == 0))
        {
            Fault(r, PackFaultIds.UnitMissing, "an amount needs a unit, and a unit an amount.", "Fill both or neither.");
        }
        DateRange? due = Day(r, "due");
        if (!good) return null;
        return Hold(r, new WorldCommitment
        {
            Id = r["commitment"],
            By = Several(r, "by"),
            Toward = Several(r, "toward"),
            Act = act,
            Matter = Cell(r, "matter"),
            Amount = amount,
            Unit = Cell(r, "unit"),
            Due = due?.To,
            Instrument = Cell(r, "instrument"),
        });
    });

    public List<CommitmentMove> Moves() => Table("moves.tsv", r =>
    {
        bool good = Filled(r, "commitment");
        CommitmentStage? stage = Spelled<CommitmentStage>(r, "stage", PackFaultIds.WordUnknown);
        DateRange? on = Day(r, "on");
        return good && stage is { } s ? new CommitmentMove(r["commitment"], s, on, Cell(r, "note"), Receipt(r)) : null;
    });

    public List<Held<WorldExpectation>> Expectations() => Table("expectations.tsv", r =>
    {
        bool good = Filled(r, "expectation") & Filled(r, "then");
        Likelihood? likelihood = Spelled<Likelihood>(r, "likelihood", PackFaultIds.WordUnknown);
        WatchedAct? ifAct = Watched(r, "if_act"), thenAct = Watched(r, "then_act");
        DateRange? horizon = Day(r, "horizon");
        if (!good || likelihood is not { } l) return null;
        return Hold(r, new WorldExpectation
        {
            Id = r["expectation"],
            By = Cell(r, "by"),
            If = Cell(r, "if"),
            IfAct = ifAct,
            Then = r["then"],
            ThenAct = thenAct,
            Unless = Cell(r, "unless"),
            Horizon = horizon?.To,
            Likelihood = l,
            Actors = Several(r, "actors"),
        });
    });

    public List<Held<WorldAim>> Aims() => Table("aims.tsv", r =>
    {
        bool good = Filled(r, "aim") & Filled(r, "of") & Filled(r, "matter");
        Period period = Period(r, "from", "to");
        return good ? Hold(r, new WorldAim { Id = r["aim"], Of = r["of"], Matter = r["matter"], Toward = Several(r, "toward"), AscribedBy = Cell(r, "ascribed_by"), Period = period }) : null;
    });

    public List<WorldTie> Levers() => Table("levers.tsv", r =>
    {
        bool good = Filled(r, "subject") & Filled(r, "object");
        Relation? relation = Spelled<Relation>(r, "relation", PackFaultIds.RelationUnknown);
        string? channel = OneOf(r, "channel", PackFormat.Channels);
        string? licit = OneOf(r, "licit", ["yes", "no"]);
        double? rank = Number(r, "rank"), share = Number(r, "share");
        Phase? phase = r["phase"].Length == 0 ? Phase.InForce : Spelled<Phase>(r, "phase", PackFaultIds.PhaseUnknown);
        Period period = Period(r, "from", "to");
        if (!good || relation is not { } known || phase is not { } p) return null;
        return new WorldTie(r["subject"], known, r["object"], 1, p, period, null, manifest.Id, r["source"])
        {
            Channel = channel,
            Goods = Cell(r, "goods"),
            Via = Several(r, "via"),
            Licit = licit is null ? null : licit == "yes",
            Rank = (int?)rank,
            Share = share,
        };
    });

    public List<Held<WorldFigure>> Figures() => Table("figures.tsv", r =>
    {
        bool good = Filled(r, "value") & Filled(r, "unit");
        Measure? measure = Spelled<Measure>(r, "measure", PackFaultIds.WordUnknown);
        double? value = Number(r, "value");
        Period period = Period(r, "from", "to");
        return good && measure is { } m && value is { } v ? Hold(r, new WorldFigure { Measure = m, Value = v, Unit = r["unit"], Actors = Several(r, "actors"), Period = period, About = Cell(r, "about") }) : null;
    });

    public List<Held<Meeting>> Meetings() => Table("meetings.tsv", r =>
    {
        bool good = Filled(r, "institution") & Filled(r, "from");
        Period period = Period(r, "from", "to");
        return good ? Hold(r, new Meeting(r["institution"], Cell(r, "level"), new Period(period.From, period.To ?? period.From), Cell(r, "place"), Cell(r, "note"))) : null;
    });

    public List<Held<Dossier>> Dossiers() => Table("dossiers.tsv", r =>
    {
        bool good = Filled(r, "dossier") & Filled(r, "title");
        List<string> codes = Several(r, "codes"), words = Several(r, "words");
        if (codes.Count + words.Count == 0)
        {
            Fault(r, PackFaultIds.CellEmpty, "the dossier has neither codes nor words.", "Fill at least one of the two.");
            return null;
        }
        return good ? Hold(r, new Dossier(r["dossier"], r["title"], codes, words)) : null;
    });

    private Held<T> Hold<T>(PackRow r, T fact) => new(fact, Receipt(r), Standing.Corroborated);

    private Receipt Receipt(PackRow r) => new(Layer.Pack, r["source"]) { Pack = manifest.Id, Line = r.Place, Learned = learned };

    private bool ActKnown(PackRow r, string column)
    {
        if (Codes.Parse<EventType>(r[column]) is not null || Codes.Parse<Relation>(r[column]) is not null) return true;
        Fault(r, PackFaultIds.ActUnknown, $"'{r[column]}' is no act.", $"Use a type of event ({string.Join(' ', Codes.All<EventType>())}) or a relation ({string.Join(' ', Codes.All<Relation>())}).");
        return false;
    }

    private WatchedAct? Watched(PackRow r, string column)
    {
        string cell = r[column];
        if (cell.Length == 0) return null;
        WatchedAct? act = WatchedActs.Parse(cell);
        if (act is null) Fault(r, PackFaultIds.ActUnknown, $"'{cell}' in '{column}' cannot be watched for.", "Write TYPE ACTOR+ACTOR > RECIPIENT, as ASSAULT AAA > BBB, or a tie, as AAA member_of BBB.");
        return act;
    }
}
