using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Versioning.Trees;

namespace Quire.Core.Exports;

/// <summary>Takes prompts out. Importing what it gives changes nothing where it came from.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
public sealed class ExportService(IStore store, ObjectCache objects, ContentReader contents)
{
    /// <summary>Exports from the default branch.</summary>
    /// <exception cref="QuireException"><c>project_not_found</c>, <c>prompt_not_found</c>, <c>invalid_name</c>, <c>too_large</c>.</exception>
    public Task<ExportedFile> Export(Principal caller, ExportRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        caller.Demand(Permissions.Read);
        caller.DemandUnbound();
        return store.Read(session =>
        {
            var project = session.RequireProject(caller, request.Project);
            return Write(project.Name, request.Format, new ExportSelection(session, project, request, contents, objects.Source(session, project.Id)));
        }, cancellation);
    }

    private static ExportedFile Write(string name, ExportFormat format, ExportSelection selection) => format switch
    {
        ExportFormat.Zip => new ExportedFile($"{name}.zip", "application/zip", FileArchive.Write(selection.Files().Select(file => (file.File.Path, file.File.Mode == EntryMode.Executable, (Func<ReadOnlyMemory<byte>>)(() => file.Bytes))))),
        ExportFormat.Csv => new ExportedFile($"{name}.csv", "text/csv", CsvExport.Write(selection.Versions())),
        ExportFormat.Langfuse => new ExportedFile($"{name}.langfuse.json", "application/json", JsonExport.WriteLangfuse(selection.Versions())),
        _ => new ExportedFile($"{name}.json", "application/json", JsonExport.Write(selection.Versions())),
    };
}
