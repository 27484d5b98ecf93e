using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Checks that look beyond one line: codes and ids that must exist, doubled ones, seats held twice, names of two actors.</summary>
internal sealed class PackChecks
{
    /// <summary>Offices that one person holds at a time.</summary>
    private static readonly HashSet<string> SingleSeats = new(StringComparer.Ordinal)
    {
        "president", "prime minister", "foreign minister", "chancellor", "king", "queen", "emperor", "pope", "secretary general", "defence minister", "interior minister", "finance minister",
    };

    private readonly PackSet set;
    private readonly Dictionary<string, Actor> actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    private PackChecks(PackSet set) => this.set = set;

    /// <summary>Adds to the set's faults what is wrong between lines and between packs.</summary>
    public static void Run(PackSet set)
    {
        var checks = new PackChecks(set);
        checks.Ids();
        foreach (Pack pack in set.Packs) checks.References(pack);
        SystemChecks.Run(set, checks.actors.Keys);
        checks.Seats();
        checks.Names();
    }

    private void Ids()
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (Pack pack in set.Packs)
        {
            foreach (Actor a in pack.Actors)
            {
                if (!actors.TryAdd(a.Code, a)) Doubled(a, actors[a.Code], PackFaultIds.CodeDoubled, $"the code '{a.Code}'");
            }
            foreach (Person p in pack.People)
            {
                if (!people.TryAdd(p.Id, p)) Doubled(p, people[p.Id], PackFaultIds.PersonDoubled, $"the person '{p.Id}'");
            }
            foreach (Place p in pack.Places)
            {
                if (!places.TryAdd(p.Id, p)) Doubled(p, places[p.Id], PackFaultIds.PlaceDoubled, $"the place '{p.Id}'");
            }
        }
    }

    private void Doubled(object fact, object first, string id, string what)
    {
        if (set.LiesOver(fact, first)) return;
        PackRow earlier = set.Rows[first];
        Fault(fact, id, $"{what} stands in {earlier.File}, line {earlier.Line}, already.", "Give it another one, or delete the line.");
    }

    private void References(Pack pack)
    {
        foreach (ActorName n in pack.Names) Code(n, n.Code);
        foreach (Person p in pack.People) Code(p, p.Code);
        foreach (Place p in pack.Places.Where(p => p.Code is not null)) Code(p, p.Code!);
        foreach (Office o in pack.Offices)
        {
            Code(o, o.Code);
            if (!people.ContainsKey(o.Person)) Fault(o, PackFaultIds.PersonUnknown, $"nobody has the id '{o.Person}'.", "Add the person to people.tsv, or mend the id.");
        }
        foreach (WorldTie t in pack.Ties)
        {
            if (t.Relation != Relation.HoldsOffice) Code(t, t.Subject);
            // Doctrines, agreements and projects without a code are given by name.
            bool named = t.Relation == Relation.Policy
                || (t.Relation is Relation.PartyTo or Relation.ParticipantIn or Relation.DependsOn or Relation.SuppliesTo or Relation.SuccessorOf && t.Object.Any(char.IsLower));
            if (!named) Code(t, t.Object);
        }
    }

    private void Code(object fact, string code)
    {
        if (!actors.ContainsKey(code)) Fault(fact, PackFaultIds.CodeUnknown, $"no actor has the code '{code}'.", "Add it to actors.tsv, name the pack that has it in 'requires', or mend the code.");
    }

    private void Seats()
    {
        foreach (IGrouping<(string Code, string Title), Office> seat in set.Packs.SelectMany(p => p.Offices).Where(o => SingleSeats.Contains(o.Title)).GroupBy(o => (o.Code, o.Title)))
        {
            Office[] held = [.. seat.OrderBy(o => o.Period.From?.From ?? DateOnly.MinValue)];
            for (int i = 1; i < held.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    // The day of the handover is both holders'.
                    if (held[i].Person == held[j].Person || set.LiesOver(held[i], held[j]) || set.LiesOver(held[j], held[i]) || held[i].Period.SharedDays(held[j].Period) <= 1) continue;
                    Fault(held[i], PackFaultIds.OfficeOverlap, $"'{held[i].Person}' and '{held[j].Person}' (line {set.Rows[held[j]].Line}) are both {seat.Key.Title} of {seat.Key.Code} at one time.", "Give the earlier one its last day, or mend the days.", Severity.Warning);
                }
            }
        }
    }

    private void Names()
    {
        var seen = new Dictionary<string, List<ActorName>>(StringComparer.Ordinal);
        foreach (ActorName n in set.Packs.SelectMany(p => p.Names))
        {
            string key = TextFold.Whole(n.Name);
            if (key.Length == 0)
            {
                Fault(n, PackFaultIds.NameEmpty, $"the name '{n.Name}' has neither letter nor digit.", "Write the name, or delete the line.");
                continue;
            }
            if (!seen.TryGetValue(key, out List<ActorName>? same)) seen[key] = same = [];
            foreach (ActorName other in same)
            {
                if (other.Code == n.Code || (other.Ambiguous && n.Ambiguous) || other.Period.SharedDays(n.Period) == 0) continue;
                PackRow earlier = set.Rows[other];
                Fault(n, PackFaultIds.NameAmbiguous, $"'{n.Name}' is a name of {n.Code} and of {other.Code} ({Path.GetFileName(Path.GetDirectoryName(earlier.File))}/{Path.GetFileName(earlier.File)}, line {earlier.Line}).", "Put '?' after the type in both lines when the name may mean either, or delete one.", Severity.Warning);
                break;
            }
            same.Add(n);
        }
    }

    private void Fault(object fact, string id, string message, string remedy, Severity severity = Severity.Error)
    {
        PackRow row = set.Rows[fact];
        set.Faults.Add(new(row.File, row.Line, id, message, remedy, severity));
    }
}
