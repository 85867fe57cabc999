#!/usr/bin/env python3
"""What ogr2ogr (GDAL) reads from the sample files, as the table that TheSampleFilesTest compares with.

usage: expected.py FOLDER > src/test/resources/org/citygrid/geofile/expected.tsv
"""
import json
import re
import subprocess
import sys
import zlib

SHAPES, PACKAGES, FOSHAN = 'import/geotools_shapefiles.zip', 'import/geotools_geopackages.zip', 'import/foshan_outlines_cn_crs.zip'
LONLAT = ['-oo', 'X_POSSIBLE_NAMES=lon,Longitude,XCOORD', '-oo', 'Y_POSSIBLE_NAMES=lat,Latitude,YCOORD']

# file, layer as we call it, crs to say, path for ogr, options for ogr
FILES = [
    ('assets/sf_street_trees.csv.gz', '', '', '/vsigzip/{}', LONLAT),
    ('assets/sf_trees_changelog.csv.gz', '', '', '/vsigzip/{}', []),
    ('assets/dc_downtown_streetlights.csv.gz', '', '', '/vsigzip/{}', LONLAT),
    ('assets/dc_downtown_benches_shp.zip', '', '', '/vsizip/{}', []),
    ('roads/syracuse_streets_shp.zip', '', '', '/vsizip/{}/street_shapefile/streets.shp', []),
    ('roads/syracuse_roads.csv.gz', '', '', '/vsigzip/{}', []),
    *[('roads/syracuse_road_ratings_2000_2015.zip', f'RoadRatings{y}', '', f'/vsizip/{{}}/RoadRatings{y}.csv', []) for y in range(2000, 2016)],
    ('boundaries/foshan_districts_gcj02.geojson.gz', '', '', '/vsigzip/{}', []),
    ('requests/syracuse_potholes_a.csv.gz', '', '', '/vsigzip/{}', LONLAT),
    ('requests/syracuse_potholes_b.csv.gz', '', '', '/vsigzip/{}', LONLAT),
    ('import/wkt_column.csv.gz', '', '', '/vsigzip/{}', ['-oo', 'GEOM_POSSIBLE_NAMES=geom']),
    (FOSHAN, 'foshan_cgcs2000_3gk114', '', '/vsizip/{}/cgcs2000_3gk114/foshan_cgcs2000_3gk114.shp', []),
    (FOSHAN, 'foshan_cgcs2000_geographic', '', '/vsizip/{}/cgcs2000_geographic/foshan_cgcs2000_geographic.shp', []),
    (FOSHAN, 'foshan_xian80_3gk114', '', '/vsizip/{}/xian80_3gk114/foshan_xian80_3gk114.shp', ['-oo', 'ENCODING=GBK']),
    (FOSHAN, 'foshan_beijing54_3gk114', 'EPSG:2435', '/vsizip/{}/beijing54_3gk114/foshan_beijing54_3gk114.shp', ['-oo', 'ENCODING=GB18030', '-s_srs', 'EPSG:2435']),
    (SHAPES, 'chinese_poly', '', '/vsizip/{}/chinese_poly/chinese_poly.shp', ['-oo', 'ENCODING=GBK']),
    (SHAPES, 'rus-windows-1251', '', '/vsizip/{}/rus-windows-1251/rus-windows-1251.shp', []),
    (SHAPES, 'danish_point', '', '/vsizip/{}/danish_point/danish_point.shp', ['-oo', 'ENCODING=CP1252']),
    (SHAPES, 'archsites', '', '/vsizip/{}/deleted/archsites.shp', []),
    (SHAPES, 'screenmap-deleted', '', '/vsizip/{}/screenmap-deleted/screenmap-deleted.shp', []),
    (SHAPES, 'aaa1', '', '/vsizip/{}/missing/aaa1.shp', []),
    (SHAPES, 'aaa2', '', '/vsizip/{}/missing/aaa2.shp', []),
    (SHAPES, 'state', 'EPSG:3857', '/vsizip/{}/bad/state.shp', ['-s_srs', 'EPSG:3857']),
    (SHAPES, 'empty-shapefile', '', '/vsizip/{}/empty-shapefile/empty-shapefile.shp', []),
    (SHAPES, 'dup_column', '', '/vsizip/{}/dup-column/dup_column.shp', []),
    (SHAPES, 'dbf-only', '', '(unpacked) dbf-only', []),
    (SHAPES, 'nulls', '', '/vsizip/{}/dbase-file-reader/nulls.dbf', []),
    (SHAPES, 'gzipped', '', '(unpacked) gzipped', []),
    (SHAPES, 'extraAtEnd', 'EPSG:4326', '/vsizip/{}/extraAtEnd/extraAtEnd.shp', ['-s_srs', 'EPSG:4326']),
    *[(SHAPES, f'{n}zm', 'EPSG:4326', f'/vsizip/{{}}/measure/{n}zm.shp', ['-s_srs', 'EPSG:4326']) for n in ('point', 'multiline', 'multipoints', 'multipolygon')],
    (SHAPES, 'holeTouchEdge', 'EPSG:3857', '/vsizip/{}/holeTouchEdge/holeTouchEdge.shp', ['-s_srs', 'EPSG:3857']),
    (SHAPES, 'lsOnePoint', '', '/vsizip/{}/lsOnePoint/lsOnePoint.shp', []),
    (SHAPES, 'sparse', 'EPSG:3857', '/vsizip/{}/sparse/sparse.shp', ['-s_srs', 'EPSG:3857']),
    (SHAPES, 'pointtest', 'EPSG:4326', '/vsizip/{}/folder with spaces/pointtest.shp', ['-s_srs', 'EPSG:4326']),
    (SHAPES, 'roads', '', '/vsizip/{}/roads/roads.shp', []),
    (SHAPES, 'BooleanTest', '', '/vsizip/{}/BooleanTest/BooleanTest.shp', []),
    (SHAPES, 'MultiPointTest', '', '/vsizip/{}/MultiPointTest/MultiPointTest.shp', []),
    (PACKAGES, 'cities_srs_84:cities', '', '/vsizip/{}/cities_srs_84.gpkg cities', []),
    (PACKAGES, 'cities_srs_84:nz-cities', '', '/vsizip/{}/cities_srs_84.gpkg nz-cities', []),
    (PACKAGES, 'cities_srs_84-with-incomplete-transaction:cities', '', '/vsizip/{}/cities_srs_84-with-incomplete-transaction.gpkg cities', []),
    (PACKAGES, 'lakes_srs_0', 'EPSG:4326', '/vsizip/{}/lakes_srs_0.gpkg lakes_null', ['-s_srs', 'EPSG:4326']),
    (PACKAGES, 'curved-geometry:curvedpolygon', '', '/vsizip/{}/curved-geometry.gpkg curvedpolygon', []),
    (PACKAGES, 'curved-geometry:multisurface', '', '/vsizip/{}/curved-geometry.gpkg multisurface', []),
    (PACKAGES, 'curved-geometry:compoundcurve', '', '/vsizip/{}/curved-geometry.gpkg compoundcurve', []),
    (PACKAGES, 'datetime_date', '', '/vsizip/{}/datetime_date.gpkg data', []),
    (PACKAGES, 'dot.in.name', '', '/vsizip/{}/dot.in.name.gpkg', []),
    (PACKAGES, 'giantPoly', '', '/vsizip/{}/giantPoly.gpkg', []),
]


def positions(node):
    if node and isinstance(node[0], (int, float)):
        yield node
    else:
        for part in node:
            yield from positions(part)


def all_positions(geometry):
    if geometry is None:
        return
    for part in geometry.get('geometries', []):
        yield from all_positions(part)
    yield from positions(geometry.get('coordinates', []))


# some columns that we read as texts are numbers or dates to ogr
NO_TEXT = re.compile(r'[TF]|-?[\d.]+([eE][-+]?\d+)?|\d{4}[-/]\d\d.*', re.DOTALL)


def main(folder):
    print('file\tlayer\tcrs\trows\tshapes\twest\tsouth\teast\tnorth\ttexts')
    for file, layer, crs, path, options in FILES:
        if path.startswith('(unpacked)'):
            subprocess.run(f'rm -rf /tmp/gz && mkdir /tmp/gz && cd /tmp/gz && unzip -qj {folder}/{file} "{layer}/*" && gunzip *.gz', shell=True, check=True)
            path = f'/tmp/gz/{layer}.' + ('dbf' if 'dbf' in layer else 'shp')
        elif 'extraAtEnd' in path or '/measure/' in path:
            subprocess.run(f'mkdir -p /tmp/shx && cd /tmp/shx && unzip -qjo {folder}/{file} "*{layer}.shp"', shell=True, check=True)
            path = f'/tmp/shx/{layer}.shp'
        source, *only = path.split(' ') if '.gpkg ' in path else [path]
        source = source.replace('{}', f'{folder}/{file}')
        s_srs = [options[i + 1] for i, o in enumerate(options) if o == '-s_srs']
        oo = [o for i, o in enumerate(options) if o != '-s_srs' and (i == 0 or options[i - 1] != '-s_srs')]
        command = ['ogr2ogr', '-f', 'GeoJSONSeq', '/vsistdout/', '-skipfailures', '-lco', 'COORDINATE_PRECISION=9', *oo]
        if path.startswith('/tmp/shx'):
            command += ['--config', 'SHAPE_RESTORE_SHX', 'YES']
        attempts = [['-s_srs', s_srs[0], '-t_srs', 'EPSG:4326']] if s_srs else [['-t_srs', 'EPSG:4326'], []]
        for attempt in attempts:
            run = subprocess.run([*command, *attempt, source, *only], capture_output=True)
            if run.stdout or (run.returncode == 0 and b'transform' not in run.stderr):
                break
        rows = shapes = crc = 0
        box = [180.0, 90.0, -180.0, -90.0]
        for line in run.stdout.decode('utf-8').splitlines():
            feature = json.loads(line)
            rows += 1
            shapes += feature['geometry'] is not None
            for x, y, *_ in all_positions(feature['geometry']):
                box = [min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y)]
            for value in feature['properties'].values():
                if isinstance(value, str) and value.strip() and not NO_TEXT.fullmatch(value.strip()):
                    crc = zlib.crc32((value.strip() + '\n').encode(), crc)
        if rows == 0 and run.returncode != 0:
            rows = -1
        print('\t'.join([file, layer, crs, str(rows), str(shapes), *[f'{v:.6f}' for v in (box if shapes else [0] * 4)], f'{crc:08x}']))
        if run.stderr:
            print(file, layer, run.stderr.decode().strip().splitlines()[:2], file=sys.stderr)


main(sys.argv[1])
