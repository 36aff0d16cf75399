# Files that live inside the binary, so that it needs no data folder. Leaflet is Debian's (libjs-leaflet).
set(lykta_leaflet /usr/share/javascript/leaflet)
if(TARGET lykta_outputs)
  lykta_embed(lykta_outputs leaflet_js ${lykta_leaflet}/leaflet.min.js)
  lykta_embed(lykta_outputs leaflet_css ${lykta_leaflet}/leaflet.css)
  lykta_embed(lykta_outputs leaflet_licence ${CMAKE_CURRENT_SOURCE_DIR}/outputs/assets/leaflet_licence.txt)
  lykta_embed(lykta_outputs report_js ${CMAKE_CURRENT_SOURCE_DIR}/outputs/assets/report.js)
  lykta_embed(lykta_outputs report_css ${CMAKE_CURRENT_SOURCE_DIR}/outputs/assets/report.css)
endif()
