using GossipLab.Web.Shell;
using GossipLab.Web.Words;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // Otherwise only a published build finds its files outside Development.
builder.WebHost.ListenWhereTold(builder.Configuration);

builder.Services.AddResponseCompression();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSignalR().AddMessagePackProtocol();
builder.Services.AddMudServices();
builder.Services.AddScoped<ContentSecurity>();

var app = builder.Build();
app.UseResponseCompression();
app.Use(ContentSecurity.Guard);
app.UseExceptionHandler(PageRoutes.Error, createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute(PageRoutes.NotFound, createScopeForStatusCodePages: true);
app.UseAntiforgery();

app.MapStaticAssets();
app.MapGet(PageRoutes.Health, () => "ok");
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

app.Run();
