using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Quire.Architecture.Tests.Api;

/// <summary>Writes down what an assembly promises: every public and protected member, one per line, in an order that never jumps.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var group in types.Where(IsWritten).GroupBy(type => type.Namespace ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("namespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(TypeNames.Of, StringComparer.Ordinal))
                Write(text, type);
        }

        return text.Length == 0 ? "(nothing public)\n" : text.ToString();
    }

    private static bool IsWritten(Type type) => !type.Name.Contains('<', StringComparison.Ordinal);

    private static void Write(StringBuilder text, Type type)
    {
        text.Append("\n  ").Append(Declaration(type)).Append('\n');
        foreach (var line in MemberLines.Of(type, Declared).Order(StringComparer.Ordinal))
            text.Append("    ").Append(line).Append('\n');
    }

    private static string Declaration(Type type)
    {
        if (typeof(MulticastDelegate).IsAssignableFrom(type))
            return "delegate " + MemberLines.Signature(type.GetMethod("Invoke")!, TypeNames.Of(type));
        var bases = Bases(type).Select(TypeNames.Of).ToList();
        return Kind(type) + TypeNames.Of(type) + (bases.Count == 0 ? "" : " : " + string.Join(", ", bases));
    }

    private static string Kind(Type type)
    {
        var isRecord = type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is { } print && IsGenerated(print);
        var word = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var shape = type.IsValueType && type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly "
            : type.IsEnum || type.IsInterface || type.IsValueType ? ""
            : type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{shape}{(isRecord ? "record " : "")}{word} ");
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum)
            return type.GetEnumUnderlyingType() == typeof(int) ? [] : [type.GetEnumUnderlyingType()];
        var inherited = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? parent : null;
        var interfaces = type.GetInterfaces()
            .Where(candidate => candidate.IsPublic && !IsInherited(type, candidate))
            .OrderBy(TypeNames.Of, StringComparer.Ordinal);
        return inherited is null ? interfaces : [inherited, .. interfaces];
    }

    private static bool IsInherited(Type type, Type candidate) =>
        type.BaseType?.GetInterfaces().Contains(candidate) == true
        || type.GetInterfaces().Any(other => other != candidate && other.GetInterfaces().Contains(candidate));

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
