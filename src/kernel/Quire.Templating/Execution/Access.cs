using Quire.Templating.Methods;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Python's attributes and items, behind the sandbox: methods of a closed list, members of maps, nothing of the host.</summary>
internal static class Access
{
    /// <summary><c>x.name</c>: attributes first, then items.</summary>
    public static Value Attribute(RenderContext context, in Value owner, string name)
    {
        if (owner.Tag == Tag.Undefined && !name.StartsWith("__", StringComparison.Ordinal)) return OfUndefined(owner);
        if (TryAttribute(context, owner, name, out var value)) return value;
        if (TryItem(context, owner, Value.String(name), out value)) return value;
        return Missing(context, owner, name);
    }

    /// <summary><c>x[key]</c>: items first, then attributes.</summary>
    public static Value Item(RenderContext context, in Value owner, in Value key)
    {
        if (owner.Tag == Tag.Undefined) return OfUndefined(owner);
        if (TryItem(context, owner, key, out var value)) return value;
        if (!key.IsText) return MissingKey(context, owner, key);
        if (TryAttribute(context, owner, key.Text, out value)) return value;
        return context.MakeUndefined(new UndefinedInfo(key.Text, null, TypeNames.Owner(owner)) { IsReckoned = true });
    }

    /// <summary>An attribute without a look at items, as the filter <c>attr</c> does.</summary>
    public static bool TryAttribute(RenderContext context, in Value owner, string name, out Value value)
    {
        if (name.StartsWith('_')) return TryPrivate(context, owner, name, out value);
        var method = MethodTable.Find(owner, name);
        if (method is not null)
        {
            value = Value.Of(new MethodObject(owner, method));
            return true;
        }
        if (owner.Tag == Tag.Object) return owner.Object.TryGetAttribute(context, name, out value);
        if (owner.IsNumber) return NumberMembers.TryGet(owner, name, out value);
        value = default;
        return false;
    }

    public static bool TryItem(RenderContext context, in Value owner, in Value key, out Value value)
    {
        value = default;
        switch (owner.Tag)
        {
            case Tag.Map:
                if (key.Tag is Tag.List or Tag.Map) return false;
                return owner.Entries.TryGet(key, out value);
            case Tag.List or Tag.Tuple: return TryIndex(owner.Items, key, out value);
            case Tag.String or Tag.Markup: return TryCharacter(owner, key, out value);
            case Tag.Object: return owner.Object.TryGetItem(context, key, out value);
            default: return false;
        }
    }

    public static Value Missing(RenderContext context, in Value owner, string name) =>
        context.MakeUndefined(new UndefinedInfo(name, null, TypeNames.Owner(owner)));

    private static Value MissingKey(RenderContext context, in Value owner, in Value key)
    {
        var shown = PythonText.Repr(context, key);
        return context.MakeUndefined(new UndefinedInfo(shown, null, TypeNames.Owner(owner)) { KeyRepr = shown, IsElement = true, IsReckoned = true });
    }

    private static Value OfUndefined(in Value owner) =>
        UndefinedInfo.Mode(owner) == UndefinedMode.Chainable ? owner : throw UndefinedInfo.Fail(owner);

    /// <summary>Names with an underscore: what Python has under that name is out of bounds.</summary>
    private static bool TryPrivate(RenderContext context, in Value owner, string name, out Value value)
    {
        value = default;
        var exists = PrivateNames.Exists(owner, name);
        if (!exists && owner.Ref is NamespaceObject space) exists = space.Names.TryGet(name, out _);
        if (!exists)
        {
            if (owner.Tag != Tag.Undefined) return false;
            value = OfUndefined(owner);
            return true;
        }
        var message = $"access to attribute '{name}' of '{TypeNames.Of(owner)}' object is unsafe.";
        value = context.MakeUndefined(new UndefinedInfo(name, message, isUnsafe: true));
        return true;
    }

    private static bool TryIndex(ListObject list, in Value key, out Value value)
    {
        value = default;
        if (key.Tag is not (Tag.Int or Tag.Bool)) return false;
        var index = key.Bits < 0 ? key.Bits + list.Count : key.Bits;
        if (index < 0 || index >= list.Count) return false;
        value = list[(int)index];
        return true;
    }

    private static bool TryCharacter(in Value owner, in Value key, out Value value)
    {
        value = default;
        if (key.Tag is not (Tag.Int or Tag.Bool)) return false;
        var text = owner.Text;
        var units = CodePoints.AreUnits(text);
        var length = units ? text.Length : CodePoints.Count(text);
        var index = key.Bits < 0 ? key.Bits + length : key.Bits;
        if (index < 0 || index >= length) return false;
        var point = CodePoints.At(text, units ? (int)index : CodePoints.Offset(text, (int)index));
        value = Markups.Like(owner, point);
        return true;
    }
}
