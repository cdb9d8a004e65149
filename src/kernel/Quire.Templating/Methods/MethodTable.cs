using System.Collections.Frozen;
using Quire.Templating.Execution;
using Quire.Templating.Values;

namespace Quire.Templating.Methods;

/// <summary>The methods of Python's types that templates may call.</summary>
internal static class MethodTable
{
    private static readonly FrozenDictionary<string, Definition> OfText = Build([.. StringCaseMethods.All, .. StringTrimMethods.All, .. StringPadMethods.All, .. StringSearchMethods.All, .. StringSplitMethods.All, .. StringTestMethods.All, .. StringFormatMethods.All]);

    private static readonly FrozenDictionary<string, Definition> OfList = Build(ListMethods.All);

    private static readonly FrozenDictionary<string, Definition> OfTuple = Build(ListMethods.Shared);

    private static readonly FrozenDictionary<string, Definition> OfMap = Build(MapMethods.All);

    private static readonly FrozenDictionary<string, Definition> OfInt = Build(NumberMethods.OfInt);

    private static readonly FrozenDictionary<string, Definition> OfFloat = Build(NumberMethods.OfFloat);

    public static bool IsMapMethod(string name) => OfMap.ContainsKey(name);

    public static Definition? Find(in Value owner, string name) => owner.Tag switch
    {
        Tag.Map => OfMap.GetValueOrDefault(name),
        Tag.String or Tag.Markup => OfText.GetValueOrDefault(name),
        Tag.List => OfList.GetValueOrDefault(name),
        Tag.Tuple => OfTuple.GetValueOrDefault(name),
        Tag.Int or Tag.Bool or Tag.Big => OfInt.GetValueOrDefault(name),
        Tag.Float => OfFloat.GetValueOrDefault(name),
        Tag.Object when owner.Ref is RangeObject => name is "count" or "index" ? OfTuple.GetValueOrDefault(name) : null,
        _ => null,
    };

    private static FrozenDictionary<string, Definition> Build(IEnumerable<Definition> definitions) => definitions.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);
}
