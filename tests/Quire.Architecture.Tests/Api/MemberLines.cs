using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Quire.Architecture.Tests.Api;

/// <summary>The members of a type that someone outside can see, as lines of C#.</summary>
internal static class MemberLines
{
    public static IEnumerable<string> Of(Type type, BindingFlags flags) => type.IsEnum
        ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(EnumValue)
        : typeof(MulticastDelegate).IsAssignableFrom(type) ? []
        : [
            .. type.GetConstructors(flags).Where(IsVisible).Select(constructor => Signature(constructor, "new")),
            .. type.GetFields(flags).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field),
            .. type.GetProperties(flags).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Property),
            .. type.GetEvents(flags).Where(happening => IsVisible(happening.AddMethod!)).Select(happening => $"event {TypeNames.Of(happening.EventHandlerType!)} {happening.Name}"),
            .. type.GetMethods(flags).Where(IsWritten).Select(method => Signature(method, method.Name)),
        ];

    public static string Signature(MethodBase method, string name)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : "";
        var parameters = string.Join(", ", method.GetParameters().Select(Parameter));
        var result = method is MethodInfo function ? Nullable(context => context.Create(function.ReturnParameter)) + " " : "";
        return $"{Modifiers(method)}{result}{name}{generics}({parameters})";
    }

    private static bool IsWritten(MethodInfo method) =>
        IsVisible(method)
        && !method.Name.Contains('<', StringComparison.Ordinal)
        && !(method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string EnumValue(FieldInfo field) =>
        string.Create(CultureInfo.InvariantCulture, $"{field.Name} = {field.GetRawConstantValue()}");

    private static string Field(FieldInfo field)
    {
        var modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "";
        return $"{modifiers}{Nullable(context => context.Create(field))} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property)
    {
        var indexes = property.GetIndexParameters();
        var name = indexes.Length == 0 ? property.Name : $"this[{string.Join(", ", indexes.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var accessors = Accessor(property.GetMethod, "get; ") + Accessor(property.SetMethod, IsInit(property) ? "init; " : "set; ");
        return $"{Modifiers(property.GetAccessors(nonPublic: true).First(IsVisible))}{required}{Nullable(context => context.Create(property))} {name} {{ {accessors}}}";
    }

    private static string Accessor(MethodInfo? accessor, string word) => accessor is not null && IsVisible(accessor) ? word : "";

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Parameter(ParameterInfo parameter)
    {
        var word = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var self = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var type = parameter.ParameterType.IsByRef
            ? TypeNames.Of(parameter.ParameterType.GetElementType()!)
            : Nullable(context => context.Create(parameter));
        var value = parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "";
        return $"{self}{many}{word}{type} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.DeclaringType!.IsInterface || method.IsStatic ? ""
            : method.IsAbstract ? "abstract "
            : method is MethodInfo function && function.GetBaseDefinition().DeclaringType != method.DeclaringType ? "override "
            : method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType.IsSealed ? "virtual " : "");

    private static string Nullable(Func<NullabilityInfoContext, NullabilityInfo> create) => TypeNames.Of(create(new NullabilityInfoContext()));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
