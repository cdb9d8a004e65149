using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Which names with an underscore Python's own types have. They are never given out; it only matters whether a use is an error.</summary>
internal static class PrivateNames
{
    private static readonly HashSet<string> OfAll = Names("class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce reduce_ex repr setattr sizeof str subclasshook");

    private static readonly HashSet<string> OfText = Names("add contains getitem getnewargs iter len mod mul rmod rmul");

    private static readonly HashSet<string> OfMarkup = Names("html html_format dict module");

    private static readonly HashSet<string> OfList = Names("add class_getitem contains delitem getitem iadd imul iter len mul reversed rmul setitem");

    private static readonly HashSet<string> OfTuple = Names("add class_getitem contains getitem getnewargs iter len mul rmul");

    private static readonly HashSet<string> OfMap = Names("class_getitem contains delitem getitem ior iter len or reversed ror setitem");

    private static readonly HashSet<string> OfInt = Names("abs add and bool ceil divmod float floor floordiv getnewargs index int invert lshift mod mul neg or pos pow radd rand rdivmod rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rsub rtruediv rxor sub truediv trunc xor");

    private static readonly HashSet<string> OfFloat = Names("abs add bool ceil divmod float floor floordiv getformat getnewargs int mod mul neg pos pow radd rdivmod rfloordiv rmod rmul round rpow rsub rtruediv sub truediv trunc");

    private static readonly HashSet<string> OfObject = Names("dict module weakref call iter next len getitem contains reversed name qualname");

    private static readonly HashSet<string> OfUndefined = Names("add radd sub rsub mul rmul div rdiv truediv rtruediv floordiv rfloordiv mod rmod pos neg call getitem lt le gt ge int float complex pow rpow iter len bool getattr module slots aiter");

    public static bool Exists(in Value owner, string name)
    {
        if (owner.Tag == Tag.Undefined && name.StartsWith("_undefined", StringComparison.Ordinal)) return true;
        if (OfAll.Contains(name)) return owner.Ref is not NamespaceObject || name == "__class__";
        return owner.Tag switch
        {
            Tag.String => OfText.Contains(name),
            Tag.Markup => OfText.Contains(name) || OfMarkup.Contains(name),
            Tag.List => OfList.Contains(name),
            Tag.Tuple => OfTuple.Contains(name),
            Tag.Map => OfMap.Contains(name),
            Tag.Int or Tag.Bool or Tag.Big => OfInt.Contains(name),
            Tag.Float => OfFloat.Contains(name),
            Tag.None => name == "__bool__",
            Tag.Object => owner.Ref is not NamespaceObject && OfObject.Contains(name),
            _ => OfUndefined.Contains(name),
        };
    }

    private static HashSet<string> Names(string names) => [.. names.Split(' ').Select(n => $"__{n}__")];
}
