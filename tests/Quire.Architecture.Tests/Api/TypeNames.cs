using System.Reflection;

namespace Quire.Architecture.Tests.Api;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, null);

    /// <summary>The type with the question marks of nullable references.</summary>
    public static string Of(NullabilityInfo info)
    {
        var name = Of(info.Type, info);
        var isNullable = info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable;
        return isNullable && !name.EndsWith('?') ? name + "?" : name;
    }

    private static string Of(Type type, NullabilityInfo? info)
    {
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Of(value) + "?";
        if (type.IsArray)
            return (info?.ElementType is { } element ? Of(element) : Of(type.GetElementType()!)) + "[]";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        return type.IsGenericParameter ? type.Name : Named(type, info);
    }

    private static string Named(Type type, NullabilityInfo? info)
    {
        var name = type.Name.Split('`')[0];
        if (type.IsNested)
            name = Of(type.DeclaringType!) + "." + name;
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 0 || !type.Name.Contains('`', StringComparison.Ordinal))
            return name;
        var written = info is { GenericTypeArguments.Length: > 0 } && info.GenericTypeArguments.Length == arguments.Length
            ? info.GenericTypeArguments.Select(Of)
            : arguments.Select(Of);
        return $"{name}<{string.Join(", ", written)}>";
    }
}
