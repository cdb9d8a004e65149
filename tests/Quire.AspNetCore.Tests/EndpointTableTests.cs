using Quire.AspNetCore.Tests.Support;

namespace Quire.AspNetCore.Tests;

/// <summary>Requests in order, each with what it answers: method, path, body, status, and a part of the answer.</summary>
public sealed class EndpointTableTests
{
    private const string O = "/api/v1/orgs/main";
    private const string P = Sending.Project;
    private const string Unknown = "1234567890123456789012345678901234567890";

    [Fact]
    public async Task Every_request_of_the_table_answers_as_it_says()
    {
        await using var quire = await RunningQuire.Start();
        foreach (var (method, url, body, status, part) in Table())
        {
            var reply = await quire.Client.Send(method, url, body);
            var what = $"{method} {url} {body}\n{reply.Text}";
            ((int)reply.Status).ShouldBe(status, what);
            reply.Text.ShouldContain(part, Case.Sensitive, what);
            if (status >= 400)
                reply.Header("Content-Type").ShouldBe("application/problem+json", what);
            if (method is not ("GET" or "HEAD") && status < 300 && !url.EndsWith("/validate", StringComparison.Ordinal) && !url.EndsWith("/blobs", StringComparison.Ordinal) && !url.EndsWith("/verify", StringComparison.Ordinal))
                reply.Header("Quire-Sequence").ShouldNotBeNull(what);
        }
    }

    private static IEnumerable<(string Method, string Url, object? Body, int Status, string Part)> Table() =>
    [
        // who, projects
        ("GET", "/api/v1/me", null, 200, "\"permissions\":[\"read\",\"compose\",\"preview\",\"write\",\"manage\",\"keys\",\"audit\"]"),
        ("GET", "/health", null, 200, "{\"status\":\"ok\"}"),
        ("GET", $"{O}/projects", null, 200, "{\"items\":[{\"name\":\"prompts\",\"defaultBranch\":\"main\""),
        ("POST", $"{O}/projects", "{\"name\":\"shop\"}", 201, "\"name\":\"shop\""),
        ("POST", $"{O}/projects", "{\"name\":\"shop\"}", 409, "project_exists"),
        ("POST", $"{O}/projects", "{\"name\":\"Shop!\"}", 400, "invalid_name"),
        ("POST", $"{O}/projects", "{\"name\":\"\"}", 400, "invalid_name"),
        ("POST", $"{O}/projects", "{\"name\":\"x\",\"id\":1}", 400, "unknown_member"),
        ("GET", $"{O}/projects/shop", null, 200, "\"createdAt\":"),
        ("GET", $"{O}/projects/none", null, 404, "project_not_found"),
        ("GET", "/api/v1/orgs/none/projects", null, 404, "organisation_not_found"),

        // an empty project
        ("GET", $"{P}/prompts", null, 200, "{\"items\":[],\"total\":0}"),
        ("GET", $"{P}/commits", null, 200, "{\"items\":[]}"),
        ("GET", $"{P}/branches", null, 200, "{\"items\":[]}"),
        ("GET", $"{P}/tree", null, 200, "{\"items\":[]}"),
        ("GET", $"{P}/branches/main", null, 404, "ref_not_found"),
        ("GET", $"{P}/prompts/a", null, 404, "prompt_not_found"),
        ("GET", $"{P}/prompts/a/versions", null, 404, "prompt_not_found"),

        // commits
        ("POST", $"{P}/commits", "{\"message\":\"one\",\"changes\":[{\"path\":\"a.prompt.md\",\"content\":\"A\"},{\"path\":\"f/b.prompt.md\",\"base64\":\"Qg==\"},{\"path\":\"run.sh\",\"content\":\"#!/bin/sh\",\"executable\":true}]}", 201, "\"issued\":[{\"path\":\"a\",\"number\":1},{\"path\":\"f/b\",\"number\":1},{\"path\":\"run.sh\",\"number\":1}]"),
        ("POST", $"{P}/commits", "{\"message\":\"same\",\"changes\":[{\"path\":\"a.prompt.md\",\"content\":\"A\"}]}", 200, "\"changed\":false"),
        ("POST", $"{P}/commits", "{\"message\":\"two\",\"changes\":[{\"path\":\"a.prompt.md\",\"content\":\"AA\"},{\"path\":\"f\",\"delete\":true}],\"aliases\":[{\"path\":\"a\",\"alias\":\"production\",\"version\":1},{\"path\":\"a\",\"alias\":\"staging\"}]}", 201, "\"number\":2"),
        ("POST", $"{P}/commits", "{\"message\":\"register\",\"register\":[\"a\"]}", 201, "\"number\":3"),
        ("POST", $"{P}/commits", "{\"message\":\"stale\",\"expectedHead\":\"0000000000000000000000000000000000000000\",\"changes\":[{\"path\":\"z\",\"content\":\"z\"}]}", 409, "\"actualHead\":\""),
        ("POST", $"{P}/commits", "{\"message\":\"clash\",\"changes\":[{\"path\":\"A.prompt.md\",\"content\":\"x\"}]}", 422, "rejected"),
        ("POST", $"{P}/commits", "{\"message\":\"half\",\"changes\":[{\"path\":\"ok.prompt.md\",\"content\":\"x\"},{\"path\":\"bad.prompt.md\",\"base64\":\"/w==\"}]}", 422, "rejected"),
        ("GET", $"{P}/prompts/ok", null, 404, "prompt_not_found"),

        // lists
        ("GET", $"{P}/prompts", null, 200, "\"aliases\":{\"production\":1,\"staging\":2}"),
        ("GET", $"{P}/prompts?limit=1", null, 200, "\"next\":\"a\""),
        ("GET", $"{P}/prompts?limit=1&after=a", null, 200, "\"path\":\"run.sh\""),
        ("GET", $"{P}/prompts?prefix=r", null, 200, "{\"items\":[{\"id\":"),
        ("GET", $"{P}/prompts?limit=0", null, 400, "invalid_parameter"),
        ("GET", $"{P}/prompts?limit=1001", null, 400, "invalid_parameter"),
        ("GET", $"{P}/prompts?limit=x", null, 400, "invalid_parameter"),
        ("GET", $"{P}/prompts?page=2", null, 400, "This route takes after, folder, limit, prefix, template."),
        ("GET", $"{P}/prompts/a/versions", null, 200, "\"aliases\":[\"production\"]"),
        ("GET", $"{P}/prompts/a/versions?limit=2", null, 200, "\"next\":2}"),
        ("GET", $"{P}/prompts/a/versions?before=2", null, 200, "{\"items\":[{\"version\":1,"),
        ("GET", $"{P}/prompts/a/aliases", null, 200, "{\"alias\":\"production\",\"version\":1,"),

        // aliases
        ("PUT", $"{P}/prompts/a/aliases/production", "{\"version\":2,\"expected\":1}", 200, "\"changed\":true"),
        ("PUT", $"{P}/prompts/a/aliases/production", "{\"version\":3,\"expected\":1}", 409, "stale_alias"),
        ("PUT", $"{P}/prompts/a/aliases/production", "{\"version\":2}", 200, "\"changed\":false"),
        ("PUT", $"{P}/prompts/a/aliases/new", "{\"expected\":0}", 200, "\"changed\":true"),
        ("PUT", $"{P}/prompts/a/aliases/production", "{\"version\":99}", 404, "version_not_found"),
        ("PUT", $"{P}/prompts/a/aliases/latest", "{\"version\":1}", 400, "invalid_name"),
        ("PUT", $"{P}/prompts/a/aliases/12", "{\"version\":1}", 400, "invalid_name"),
        ("PUT", $"{P}/prompts/none/aliases/x", "{\"version\":1}", 404, "prompt_not_found"),
        ("DELETE", $"{P}/prompts/a/aliases/new", null, 200, "\"changed\":true"),
        ("DELETE", $"{P}/prompts/a/aliases/new", null, 200, "\"changed\":false"),
        ("DELETE", $"{P}/prompts/a/versions/99", null, 404, "version_not_found"),

        // history
        ("GET", $"{P}/commits", null, 200, "\"message\":\"register\\n\""),
        ("GET", $"{P}/commits?limit=1", null, 200, "\"next\":\""),
        ("GET", $"{P}/commits?path=run.sh", null, 200, "\"message\":\"one\\n\""),
        ("GET", $"{P}/commits?branch=none", null, 404, "ref_not_found"),
        ("GET", $"{P}/commits?branch=a..b", null, 400, "invalid_name"),
        ("GET", $"{P}/commits?after={Unknown}", null, 400, "invalid_cursor"),
        ("GET", $"{P}/commits?after=x", null, 400, "invalid_cursor"),
        ("GET", $"{P}/commits/{Unknown}", null, 404, "commit_not_found"),
        ("GET", $"{P}/commits/xyz", null, 400, "invalid_commit"),
        ("GET", $"{P}/prompts/a/history", null, 200, "\"message\":\"two\\n\""),
        ("GET", $"{P}/tree", null, 200, "{\"path\":\"run.sh\",\"mode\":\"100755\""),
        ("GET", $"{P}/tree?prefix=a", null, 200, "\"role\":\"prompt\"}]}"),
        ("GET", $"{P}/tree?ref=none", null, 404, "ref_not_found"),
        ("GET", $"{P}/tree?ref=sha:zz", null, 400, "invalid_selector"),

        // branches
        ("PUT", $"{P}/branches/main", $"{{\"head\":\"{Unknown}\"}}", 404, "commit_not_found"),
        ("PUT", $"{P}/branches/x", "{\"head\":\"nothing\"}", 400, "invalid_commit"),
        ("PUT", $"{P}/branches/a..b", $"{{\"head\":\"{Unknown}\"}}", 400, "invalid_name"),
        ("DELETE", $"{P}/branches/none", null, 404, "ref_not_found"),
        ("DELETE", $"{P}/branches/main", null, 409, "default_branch"),

        // blobs
        ("POST", $"{P}/blobs", "{\"blobs\":[{\"content\":\"\"},{\"base64\":\"\"}]}", 200, "{\"ids\":[\"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\",\"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\"]}"),
        ("POST", $"{P}/blobs", new byte[] { 0, 1, 2 }, 200, "{\"ids\":[\""),
        ("POST", $"{P}/blobs", "{\"blobs\":[{}]}", 400, "invalid_change"),
        ("POST", $"{P}/blobs", "{\"blobs\":[{\"content\":\"a\",\"base64\":\"\"}]}", 400, "invalid_change"),
        ("POST", $"{P}/commits", "{\"message\":\"blob\",\"changes\":[{\"path\":\"empty.txt\",\"blob\":\"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\"}]}", 201, "\"path\":\"empty.txt\""),

        // checks
        ("POST", $"{P}/validate", "{\"path\":\"x.prompt.md\",\"source\":\"Hello {{ name }}\"}", 200, "{\"valid\":true,\"diagnostics\":[]}"),
        ("POST", $"{P}/validate", "{\"path\":\"x.prompt.md\",\"source\":\"---\\nfoo: 1\\n---\\n\"}", 200, "\"valid\":false"),
        ("POST", $"{P}/validate", "{\"path\":\"../x\",\"source\":\"\"}", 400, "invalid_name"),
        ("POST", $"{O}/verify", null, 200, "{\"ok\":true,\"problems\":[],\"checked\":{\"objects\":"),

        // keys
        ("POST", $"{O}/keys", "{\"name\":\"reader\",\"permissions\":[\"read\",\"compose\"],\"projects\":[\"shop\"]}", 201, "\"key\":\"qk_"),
        ("POST", $"{O}/keys", "{\"name\":\"x\",\"permissions\":[\"fly\"]}", 400, "invalid_permission"),
        ("POST", $"{O}/keys", "{\"name\":\"\",\"permissions\":[]}", 400, "invalid_name"),
        ("POST", $"{O}/keys", "{\"name\":\"x\"}", 400, "missing_member"),
        ("POST", $"{O}/keys", "{\"name\":\"x\",\"permissions\":[],\"organisationId\":1}", 400, "unknown_member"),
        ("GET", $"{O}/keys", null, 200, "\"defaultProject\":\"shop\""),
        ("DELETE", $"{O}/keys/none", null, 404, "key_not_found"),

        // the feed
        ("GET", $"{O}/changes?after=0&limit=1", null, 200, "\"next\":\"1.0\",\"sequence\":"),
        ("GET", $"{O}/changes?after=99999", null, 200, "{\"items\":[],\"next\":\"99999\""),
        ("GET", $"{O}/changes?after=x", null, 400, "invalid_parameter"),
        ("GET", $"{O}/changes?after=1.x", null, 400, "invalid_parameter"),
        ("GET", $"{O}/changes?after=-1", null, 400, "invalid_parameter"),
    ];
}
