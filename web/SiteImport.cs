namespace Monitor.Web;
internal static class SiteImport { public static void MapSiteImport(this IEndpointRouteBuilder api) { } }
