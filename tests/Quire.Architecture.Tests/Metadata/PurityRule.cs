namespace Quire.Architecture.Tests.Metadata;

/// <summary>The kernel has no files, no network, no clock, no chance, no console, no reflection: what goes in decides what comes out.</summary>
internal static class PurityRule
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.Net.", "System.Data.", "System.IO.Pipes.", "System.IO.IsolatedStorage.", "System.IO.MemoryMappedFiles.",
        "System.Reflection.Emit.", "Microsoft.Extensions.", "Microsoft.AspNetCore.", "Microsoft.Win32.", "System.Timers.",
    ];

    private static readonly HashSet<string> ForbiddenTypes = new(StringComparer.Ordinal)
    {
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileSystemInfo",
        "System.IO.FileStream", "System.IO.DriveInfo", "System.IO.FileSystemWatcher", "System.IO.RandomAccess",
        "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Threading.Timer",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Activator",
        "System.Reflection.MethodInfo", "System.Reflection.PropertyInfo", "System.Reflection.FieldInfo", "System.Reflection.BindingFlags",
        "System.Reflection.Assembly",
    };

    // Text functions that happen to live in a namespace of the network.
    private static readonly HashSet<string> AllowedTypes = new(StringComparer.Ordinal) { "System.Net.WebUtility" };

    private static readonly HashSet<string> ForbiddenMembers = new(StringComparer.Ordinal)
    {
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::get_System", "System.Environment::get_TickCount", "System.Environment::get_TickCount64",
        "System.Environment::GetEnvironmentVariable", "System.Environment::GetEnvironmentVariables", "System.Environment::get_CurrentDirectory",
        "System.Environment::get_MachineName", "System.Environment::get_UserName", "System.Environment::Exit",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7", "System.Random::get_Shared",
        "System.IO.Path::GetTempPath", "System.IO.Path::GetTempFileName", "System.IO.Path::GetFullPath", "System.IO.Path::Exists",
        "System.Globalization.CultureInfo::get_CurrentCulture", "System.Globalization.CultureInfo::get_CurrentUICulture",
    };

    public static IEnumerable<string> Check(string assembly, AssemblyFacts facts) =>
    [
        .. facts.TypeReferences.Where(IsForbidden).Select(type => $"{assembly} must not use {type}"),
        .. facts.MemberReferences.Where(ForbiddenMembers.Contains).Distinct().Select(member => $"{assembly} must not use {member}"),
    ];

    private static bool IsForbidden(string type) =>
        !AllowedTypes.Contains(type)
        && (ForbiddenTypes.Contains(type) || ForbiddenNamespaces.Any(space => type.StartsWith(space, StringComparison.Ordinal)));
}
