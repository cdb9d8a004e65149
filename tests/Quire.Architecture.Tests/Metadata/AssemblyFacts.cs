using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Quire.Architecture.Tests.Metadata;

/// <summary>What an assembly's metadata says, read without loading it.</summary>
/// <param name="AssemblyReferences">Names of the referenced assemblies.</param>
/// <param name="TypeReferences">Full names of the types it uses from elsewhere.</param>
/// <param name="MemberReferences">The members it uses from elsewhere, as <c>Namespace.Type::Member</c>.</param>
/// <param name="Types">The types it defines, nested ones as <c>Outer+Inner</c>.</param>
internal sealed record AssemblyFacts(
    IReadOnlyList<string> AssemblyReferences,
    IReadOnlyList<string> TypeReferences,
    IReadOnlyList<string> MemberReferences,
    IReadOnlyList<TypeFacts> Types)
{
    private const byte GenericInstance = 0x15;

    public static AssemblyFacts Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        return new AssemblyFacts(
            [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))],
            [.. reader.TypeReferences.Select(handle => NameOf(reader, handle))],
            [.. reader.MemberReferences.Select(handle => NameOf(reader, reader.GetMemberReference(handle))).OfType<string>()],
            [.. reader.TypeDefinitions.Select(handle => Describe(reader, handle))]);
    }

    private static TypeFacts Describe(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var baseType = BaseOf(reader, type.BaseType);
        return new TypeFacts(
            NameOf(reader, handle),
            baseType,
            !type.Attributes.HasFlag(TypeAttributes.Interface) && baseType is not (null or "System.ValueType" or "System.Enum" or "System.MulticastDelegate"),
            type.Attributes.HasFlag(TypeAttributes.Sealed),
            type.Attributes.HasFlag(TypeAttributes.Abstract),
            IsGenerated(reader, handle));
    }

    private static bool IsGenerated(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return reader.GetString(type.Name).Contains('<', StringComparison.Ordinal)
            || type.GetCustomAttributes().Select(attribute => AttributeName(reader, reader.GetCustomAttribute(attribute)))
                .Any(name => name is "System.Runtime.CompilerServices.CompilerGeneratedAttribute" or "System.CodeDom.Compiler.GeneratedCodeAttribute")
            // The class around top-level statements is nobody's to seal.
            || type.GetMethods().Any(method => reader.GetString(reader.GetMethodDefinition(method).Name) == "<Main>$")
            || (!type.GetDeclaringType().IsNil && IsGenerated(reader, type.GetDeclaringType()));
    }

    private static string AttributeName(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            ? NameOf(reader, (TypeReferenceHandle)parent)
            : "";

    private static string? BaseOf(MetadataReader reader, EntityHandle handle) => handle switch
    {
        { IsNil: true } => null,
        { Kind: HandleKind.TypeReference } => NameOf(reader, (TypeReferenceHandle)handle),
        { Kind: HandleKind.TypeDefinition } => NameOf(reader, (TypeDefinitionHandle)handle),
        { Kind: HandleKind.TypeSpecification } => BaseOf(reader, GenericDefinition(reader, (TypeSpecificationHandle)handle)),
        _ => "",
    };

    private static EntityHandle GenericDefinition(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadByte() != GenericInstance)
            return default;
        blob.ReadByte();
        return blob.ReadTypeHandle();
    }

    private static string? NameOf(MetadataReader reader, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}::{reader.GetString(member.Name)}"
            : null;

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope is { Kind: HandleKind.TypeReference } outer
            ? $"{NameOf(reader, (TypeReferenceHandle)outer)}+{reader.GetString(type.Name)}"
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, outer)}+{reader.GetString(type.Name)}"
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
